import { agreeing, elementCount, formatShape, type NamedShape, sizesOf } from '../../shape';
import type { LayerShapes, ShapeContext } from '../layer';

/** The shapes of a layer that joins its inputs value by value, such as `an add layer`: they all have one shape, the output's. */
export function oneShape(what: string, { inputs, symbols, problem }: ShapeContext<unknown>): LayerShapes {
  const known = inputs.filter((input): input is NamedShape => input !== undefined);
  const first = known[0];
  if (first && known.some(input => !agreeing(sizesOf(input), sizesOf(first)))) {
    const vectors = known.every(input => input.length === 1);
    // all but the last size, the channels, by which a concatenation may tell them apart
    const sides = (input: NamedShape) => sizesOf(input).slice(0, -1);
    const joins = known.every(input => input.length === first.length && agreeing(sides(input), sides(first)));
    const given = inputs.map(input => (input ? formatShape(sizesOf(input)) : 'unknown')).join(' and ');
    problem({
      code: 'shape-mismatch',
      message: `${what} needs inputs of one shape, but these are ${given}. ${vectors ? 'Give the layers before it the same number of units' : 'Give the layers before it the same sizes'}, or use concatenate.`,
      field: 'inputs',
      ...(joins && {
        fixes: [{ title: 'Concatenate them instead', set: { field: 'type', value: 'concatenate' } }],
      }),
    });
  }
  const output = first ?? [{ symbol: symbols.n, size: symbols.n }];
  const flops = (elementCount(sizesOf(output)) ?? 0) * Math.max(inputs.length - 1, 0);
  return { output, parameters: [], flops };
}
