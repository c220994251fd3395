import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';
import { clear } from './clear';
import { type Sources, sourcesOf } from './resample';

/** dA_source += w·dC_j, for each value j of an example and each of its sources: what `resample` took goes back. */
export const resampleGradient: CallDefinition<[dC: Batch, sources: Sources, dA: Batch, add: boolean]> = {
  name: 'resampleGradient',
  run(dC, { places, weights }, dA, add) {
    if (!add) clear.run(dA);
    const k = places.length / dC.n;
    for (let i = 0; i < dC.m; i++) {
      for (let j = 0; j < dC.n; j++) {
        for (let s = j * k; s < j * k + k; s++) {
          const to = places[s]!;
          if (to >= 0) dA.data[i * dA.n + to]! += (weights ? weights[s]! : 1) * dC.data[i * dC.n + j]!;
        }
      }
    }
  },
  slots: (dC, { places, weights }, dA, add) => [
    dC.n,
    moving(dC),
    places.length / dC.n,
    places.byteOffset,
    weights?.byteOffset ?? 0,
    dA.n,
    moving(dA),
    Number(add),
  ],
  adds: (_dC, _sources, dA) => [dA],
  work: (_dC, { places }) => 2 * places.length,
  fits: (dC, { places, weights }, dA) => [
    [dC.m, dA.m],
    [places.length % dC.n, 0],
    [places.length, weights?.length ?? places.length],
  ],
  cases: make =>
    sourcesOf(make).flatMap(sources =>
      [true, false].map(add => [make.batch(4, 5), sources, make.batch(6, 5), add] as const),
    ) as ReturnType<(typeof resampleGradient)['cases']>,
};
