import { elementCount, type NamedDim, type NamedShape } from '../../shape';
import type { LayerShapes, ParameterShape, ShapeContext } from '../layer';
import { seriesOf } from '../window/picture';
import type { AttentionFields } from './fields';

/**
 * The shapes of a layer that weighs the steps of one series, (T_k, n_k), for each step of another, (T_q, n), or of the same one: what it
 * gives is (T_q, n).
 */
export function attentionShapes(
  what: string,
  { fields, inputs, symbols, problem }: ShapeContext<AttentionFields>,
  [queries, memory]: readonly [NamedShape | undefined, NamedShape | undefined],
): LayerShapes {
  const asked = seriesOf(queries, what, problem);
  const read = inputs.length > 1 ? seriesOf(memory, what, problem) : asked;
  const steps: NamedDim = asked?.[0] ?? { symbol: 'T', size: 'T' };
  const values: NamedDim = asked?.[1] ?? { symbol: symbols.n, size: symbols.n };
  const keys: NamedDim = read?.[0] ?? { symbol: 'T', size: 'T' };
  const before: NamedDim = read?.[1] ?? { symbol: 'n', size: 'n' };
  const { heads, bias } = fields;
  const n = elementCount([values.size]);
  if (n !== undefined && n % heads !== 0) {
    const nearest = nearestDivisor(n, heads);
    problem({
      code: 'heads-do-not-divide',
      message: `${heads} heads can’t share the ${n} values of a step: ${n} isn’t a multiple of ${heads}. Take ${nearest} head${nearest === 1 ? '' : 's'}, or another width.`,
      field: 'heads',
      fixes: [
        {
          title: `Take ${nearest} head${nearest === 1 ? '' : 's'}`,
          set: { field: 'heads', value: nearest },
        },
      ],
    });
  }
  const one: NamedDim = { symbol: '1', size: 1 };
  const weight = (letter: string, from: NamedDim): ParameterShape[] => [
    { name: `W${letter}`, dims: [values, from], fan: { in: from.size, out: values.size }, decays: true },
    ...(bias ? [{ name: `b${letter}`, dims: [values, one] }] : []),
  ];
  const output = [steps, values];
  const [Tq, Tk, nk] = [steps, keys, before].map(({ size }) => elementCount([size]) ?? 0) as [
    number,
    number,
    number,
  ];
  const width = n ?? 0;
  return {
    output,
    parameters: [
      ...weight('q', values),
      ...weight('k', before),
      ...weight('v', before),
      ...weight('o', values),
    ],
    values: [
      { name: 'Q', dims: output },
      { name: 'K', dims: [keys, values] },
      { name: 'V', dims: [keys, values] },
      { name: 'scores', dims: [{ symbol: 'heads', size: heads }, steps, keys] },
      { name: 'A', dims: output },
    ],
    flops: 4 * Tq * width * width + 4 * Tk * width * nk + Tq * Tk * (4 * width + 20 * heads),
    // what the heads give, and the gradients of it, of Q, K, V and the scores
    working: 3 * Tq * width + 2 * Tk * width + heads * Tq * Tk,
  };
}

/** The divisor of n that is nearest to `wanted`; of two the smaller. */
function nearestDivisor(n: number, wanted: number): number {
  for (let away = 0; ; away++) {
    for (const at of [wanted - away, wanted + away]) if (at >= 1 && n % at === 0) return at;
  }
}
