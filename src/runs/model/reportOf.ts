import type { DataReport } from '../../core/network/dataReport';
import type { Preprocessing } from '../../data/preprocessing';

/** What the shapes of a model need to know of the data it was trained on, when the data themselves may be gone. */
export function reportOf({
  inputShape,
  text,
  columns,
  targets: { classes, binary },
}: Preprocessing): DataReport {
  const [column] = columns ?? [];
  return {
    facts: {
      inputShape,
      examples: { train: 0, test: 0 },
      targets: { n: 1, classes, binary, oneHot: false },
      ...(text ? { tokens: { of: text.tokens, vocabulary: text.vocabulary.length } } : {}),
      ...(column?.as === 'text'
        ? { tokens: { of: column.tokens, vocabulary: column.vocabulary.length, column: column.name } }
        : {}),
      choices: [],
    },
    faults: [],
    files: [],
  };
}
