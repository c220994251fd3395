import type { DataFacts } from '../network/dataReport';

/** The end of a network. */
export interface Head {
  readonly units: number;
  readonly activation: string;
}

export interface Output extends Head {
  readonly loss: string;
}

/** One sigmoid for two classes, softmax for more, a linear unit for each number. */
export function proposeOutput(facts: DataFacts | undefined): Output {
  const { n = 1, classes, binary = true, oneHot = false } = facts?.targets ?? {};
  const count = oneHot ? n : (classes?.length ?? 2);
  if (facts && !oneHot && !classes && !binary) {
    return { units: n, activation: 'linear', loss: 'mean-squared-error' };
  }
  if (!oneHot && n > 1) return { units: n, activation: 'sigmoid', loss: 'binary-cross-entropy' };
  if (count <= 2 && !oneHot) return { units: 1, activation: 'sigmoid', loss: 'binary-cross-entropy' };
  return { units: count, activation: 'softmax', loss: 'categorical-cross-entropy' };
}
