import type { LayerPlan } from '../layer';

/** A place in an example of the input that a value comes from, and what it weighs there; −1 is none. */
export type Source = readonly [place: number, weight: number];

/**
 * Plans a layer whose values each come from one value of the input, or from some that are weighed: `from` says from which,
 * by the indices of a value in the output's shape. All have equally many.
 */
export function planResample<F>(
  { inputs: [input], output, place, forward, backward }: LayerPlan<F>,
  from: (at: readonly number[]) => number | readonly Source[],
): void {
  const { A, dA } = input!;
  const places: number[] = [];
  const weights: number[] = [];
  for (let j = 0; j < output.A.n; j++) {
    const source = from(indicesOf(j, output.shape));
    if (typeof source === 'number') places.push(source);
    else {
      places.push(...source.map(([at]) => at));
      weights.push(...source.map(([, weight]) => weight));
    }
  }
  const sources = {
    places: place(Int32Array.from(places)),
    ...(weights.length > 0 && { weights: place(Float64Array.from(weights)) }),
  };
  forward({ call: 'resample', args: [A, sources, output.A, false], reads: 'A = values of A_prev' });
  if (dA && output.dA)
    backward({ call: 'resampleGradient', args: [output.dA, sources, dA, true], reads: 'dA_prev += dA' });
}

/** The indices of value j of an array of this shape, as `np.unravel_index` gives them. */
function indicesOf(j: number, shape: readonly number[]): number[] {
  const indices: number[] = [];
  for (const size of shape.toReversed()) {
    indices.unshift(j % size);
    j = Math.floor(j / size);
  }
  return indices;
}
