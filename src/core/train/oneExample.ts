import type { Floats } from '../kernels/kernels';
import type { Dataset } from './dataset';
import type { Model } from './model';

/** What a network says of one example, at one of its places; the last where it isn't said. Of use until the next call. */
export type OneExample = (inputs: readonly number[], place?: number) => Floats;

/** Asks a network about examples that come one by one and are kept nowhere. */
export function oneExample(model: Model): OneExample {
  const { plan, programs, gather } = model;
  let given: readonly number[] = [];
  const dataset: Dataset = {
    m: 1,
    inputShape: [plan.X.n],
    targets: { n: 1, binary: false, oneHot: false },
    gatherInputs: (_indices, _from, _count, X) => X.set(given),
    gatherTargets() {},
  };
  const only = Uint32Array.of(0);
  return (inputs, place = plan.places - 1) => {
    given = inputs;
    // in an order, since without one what was gathered once is kept
    gather(dataset, only, 0, 1, false);
    programs.use.run(1);
    return plan.output.A.data.subarray(place * plan.perPlace, (place + 1) * plan.perPlace);
  };
}
