import type { ChangeExample, Dataset } from '../../../src/core/train/dataset';

/** A data set of rows in memory; labels as one row of values an example. */
export function arrayDataset(
  inputs: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
  inputShape = [inputs[0]!.length],
): Dataset {
  const binary = targets.every(row => row.every(value => value === 0 || value === 1));
  const n = targets[0]!.length;
  const copy =
    (rows: readonly (readonly number[])[]) =>
    (
      indices: Uint32Array,
      from: number,
      count: number,
      into: { [i: number]: number },
      change?: ChangeExample,
    ) => {
      for (let i = 0; i < count; i++) {
        const read = rows[indices[from + i]!]!;
        const row = change?.(indices[from + i]!, read, 0) ?? read;
        for (let j = 0; j < row.length; j++) into[i * row.length + j] = row[j]!;
      }
    };
  const gather = copy(targets);
  return {
    m: inputs.length,
    inputShape,
    targets: { n, binary, oneHot: binary && n > 1, classes: undefined },
    gatherInputs: copy(inputs),
    gatherTargets: (indices, from, count, _encoding, _n, Y) => gather(indices, from, count, Y),
  };
}
