import type { DataReport } from '../core/network/dataReport';
import type { Preprocessing } from '../data/preprocessing';

/** What is known of the data a model was trained on, when the data themselves may be gone. */
export function reportOf({ inputShape, targets }: Preprocessing): DataReport {
  const { names, classes, binary } = targets;
  return {
    facts: {
      inputShape,
      examples: { train: 0, test: 0 },
      targets: {
        n: names.length,
        classes,
        binary,
        oneHot: names.length > 1 && classes?.length === names.length,
      },
      choices: [],
    },
    faults: [],
    files: [],
  };
}
