import type { Dataset } from '../../core/train/dataset';

/** A data set of one example of another. */
export function isolated(dataset: Dataset, index: number): Dataset {
  const only = Uint32Array.of(index);
  return {
    m: 1,
    inputShape: dataset.inputShape,
    targets: dataset.targets,
    targetUnits: dataset.targetUnits,
    gatherInputs: (_indices, _from, _count, X) => dataset.gatherInputs(only, 0, 1, X),
    gatherTargets: (_indices, _from, _count, encoding, n, Y) =>
      dataset.gatherTargets(only, 0, 1, encoding, n, Y),
  };
}
