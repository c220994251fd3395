import type { CallDefinition, Operands } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';

/**
 * Where each value of an example comes from: value j is the sum of weight·value over its k sources, those from j·k on, of
 * which −1 is none. Each weighs 1 where there are no weights.
 */
export interface Sources {
  readonly places: Int32Array;
  readonly weights?: Float64Array;
}

/** C_j += Σ w·A_source, for each value j of an example: values in another order, left out, repeated or between others. */
export const resample: CallDefinition<[A: Batch, sources: Sources, C: Batch, add: boolean]> = {
  name: 'resample',
  run(A, { places, weights }, C, add) {
    const k = places.length / C.n;
    for (let i = 0; i < C.m; i++) {
      for (let j = 0; j < C.n; j++) {
        let sum = 0;
        for (let s = j * k; s < j * k + k; s++) {
          const from = places[s]!;
          if (from >= 0) sum += (weights ? weights[s]! : 1) * A.data[i * A.n + from]!;
        }
        C.data[i * C.n + j] = (add ? C.data[i * C.n + j]! : 0) + sum;
      }
    }
  },
  slots: (A, { places, weights }, C, add) => [
    A.n,
    moving(A),
    places.length / C.n,
    places.byteOffset,
    weights?.byteOffset ?? 0,
    C.n,
    moving(C),
    Number(add),
  ],
  adds: (_A, _sources, C) => [C],
  work: (_A, { places }) => 2 * places.length,
  fits: (A, { places, weights }, C) => [
    [A.m, C.m],
    [places.length % C.n, 0],
    [places.length, weights?.length ?? places.length],
  ],
  cases: make =>
    sourcesOf(make).flatMap(sources =>
      [true, false].map(add => [make.batch(6, 5), sources, make.batch(4, 5), add] as const),
    ) as ReturnType<(typeof resample)['cases']>,
};

/** Sources of four values among six: one each with one left out and one taken twice, and two each with weights. */
export function sourcesOf(make: Operands): Sources[] {
  return [
    { places: make.place(Int32Array.of(5, -1, 2, 2)) },
    {
      places: make.place(Int32Array.of(0, 1, 1, -1, 4, 5, 3, 3)),
      weights: make.place(Float64Array.of(0.25, 0.75, 1, 0.5, -1, 2, 0.5, 0.125)),
    },
  ];
}
