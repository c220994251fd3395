/**
 * What feeds a layer: one layer for each name, in their order (none for an input, `['A_prev']`, or attention's
 * `['query', 'key', 'value']`), or as many as there are. The same layer may feed it in several places.
 */
export type LayerInputs = readonly string[] | 'many';

/** How many layers may feed a layer at most: Infinity where it takes as many as there are. */
export function mostInputs(inputs: LayerInputs): number {
  return inputs === 'many' ? Infinity : inputs.length;
}
