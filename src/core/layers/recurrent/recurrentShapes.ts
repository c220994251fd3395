import { elementCount, type NamedDim, sizesOf } from '../../shape';
import type { LayerShapes, ParameterShape, ShapeContext } from '../layer';
import { seriesOf } from '../window/picture';
import { back, type RecurrentFields } from './fields';

export interface RecurrentParts {
  /** As in `An LSTM`. */
  readonly what: string;
  /** What is worked out of z⟨t⟩ at each step: gates and candidate, whose weights lie one below the other. */
  readonly gates: number;
  /** Whether what comes from a⟨t−1⟩ has a bias of its own, baa. */
  readonly recurrentBias?: boolean;
  /** Numbers that a step keeps for each unit until backward, besides z⟨t⟩ and a⟨t−1⟩. */
  readonly kept: number;
}

/** The shapes of a layer that goes over a series (T_x, n_x) step by step: (T_x, n_a), or (n_a) of the last step. */
export function recurrentShapes(
  { what, gates, recurrentBias = false, kept }: RecurrentParts,
  { fields, inputs: [input], symbols, problem }: ShapeContext<RecurrentFields>,
): LayerShapes {
  const { units, returnSequences, bidirectional, backwards, bias } = fields;
  if (bidirectional && backwards) {
    problem({
      code: 'both-ways-backwards',
      severity: 'warning',
      message:
        'A bidirectional layer goes over the series both ways, so that "backwards" changes nothing. Leave it out.',
      field: 'backwards',
      fixes: [{ title: 'Leave out backwards', set: { field: 'backwards', value: undefined } }],
    });
  }
  const series = seriesOf(input, what, problem);
  const steps: NamedDim = series?.[0] ?? { symbol: 'T_x', size: 'T_x' };
  const before: NamedDim = series?.[1] ?? { symbol: 'n', size: 'n' };
  const own: NamedDim = { symbol: symbols.n, size: units };
  const stacked: NamedDim = gates === 1 ? own : { symbol: `${gates}·${symbols.n}`, size: gates * units };
  const one: NamedDim = { symbol: '1', size: 1 };
  const ofOneWay = (suffix: string): ParameterShape[] => [
    { name: `Wax${suffix}`, dims: [stacked, before], fan: { in: before.size, out: units }, decays: true },
    { name: `Waa${suffix}`, dims: [stacked, own], fan: { in: units, out: units }, decays: true },
    ...(bias ? [{ name: `ba${suffix}`, dims: [stacked, one], fan: { in: units, out: units } }] : []),
    ...(bias && recurrentBias ? [{ name: `baa${suffix}`, dims: [stacked, one] }] : []),
  ];
  const ways = bidirectional ? 2 : 1;
  const given: NamedDim = bidirectional ? { symbol: `2·${symbols.n}`, size: 2 * units } : own;
  const T = elementCount([steps.size]) ?? 0;
  const n = elementCount(sizesOf([before])) ?? 0;
  return {
    output: returnSequences ? [steps, given] : [given],
    parameters: [...ofOneWay(''), ...(bidirectional ? ofOneWay(back) : [])],
    flops: ways * T * units * (2 * gates * (n + units) + 20 * gates),
    working: ways * T * units * (gates + 1 + kept),
  };
}
