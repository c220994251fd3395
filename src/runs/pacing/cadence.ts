/** Points of cost: as many as a chart is wide, and as many as a file can bear. */
const wantedPoints = 2_000;
const mostPoints = 20_000;
const mostEvaluations = 200;
const strides = [1, 2, 5, 10, 20, 50, 100];

/**
 * Every how many iterations the cost is computed and kept: each one in a run of up to about 2,000 iterations, then
 * thinned. The stride divides 100 (up to two million iterations), so that the costs the course prints are among them.
 */
export function keepEvery(iterations: number): number {
  const stride = strides.find(stride => stride >= iterations / wantedPoints);
  return stride ?? Math.max(1, Math.ceil(iterations / mostPoints / 100)) * 100;
}

/**
 * Every how many iterations accuracy and test cost are computed, where the file doesn't say. With the full batch about a
 * hundred times a run, twenty times in a short one, because each takes half as long as a step; with mini-batches after
 * each epoch, or each few of them in a run of more than 200 epochs.
 */
export function evaluateEvery(iterations: number, stepsPerEpoch: number): number {
  if (stepsPerEpoch === 1)
    return Math.max(Math.min(5, Math.ceil(iterations / 20)), Math.round(iterations / 100));
  const epochs = Math.ceil(iterations / stepsPerEpoch);
  return stepsPerEpoch * Math.max(1, Math.ceil(epochs / mostEvaluations));
}

/** Operations of an evaluation that a person may be let wait for before the first cost: some 50 ms. */
export const quickEvaluation = 2e9;

/** Milliseconds after which accuracy is shown anew even between two of those iterations. */
const staleAfter = 1000;
/** The share of the time that this may take. */
const shareOfTime = 0.1;

/** Says when what was last measured is too old to stand beside the cost of a slow run. */
export class Freshness {
  #staleAt: number;

  /** Milliseconds after which it is stale, and the share of the time that measuring anew may take. */
  constructor(
    private readonly after = staleAfter,
    private readonly share = shareOfTime,
  ) {
    this.#staleAt = performance.now() + after;
  }

  get stale(): boolean {
    return performance.now() >= this.#staleAt;
  }

  /** It was measured just now, which took as many milliseconds. */
  measured(milliseconds: number): void {
    this.#staleAt = performance.now() + Math.max(this.after, milliseconds / this.share);
  }
}
