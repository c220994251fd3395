import type { Random } from '../../../core/random';

export interface Drawing {
  /** 1 draws as the network says; less than 1 what is likely more often, 0 always the likeliest, more than 1 the unlikely too. */
  readonly temperature: number;
  /** How many of the likeliest are drawn from; all where absent. */
  readonly topK?: number | undefined;
}

/** The index of a token, drawn by its probability to the power of 1/temperature. A token of `left` is never drawn. */
export function drawToken(
  probabilities: ArrayLike<number>,
  { temperature, topK = Infinity }: Drawing,
  random: Random,
  left?: number,
): number {
  const ranked = Array.from(probabilities, (probability, index) => ({ probability, index }))
    .filter(({ index }) => index !== left)
    .sort((a, b) => b.probability - a.probability || a.index - b.index)
    .slice(0, topK);
  const best = ranked[0]!;
  if (temperature === 0 || best.probability === 0) return best.index;
  // of the likeliest it is 1, so that no power comes to 0 for all
  const weights = ranked.map(({ probability }) => (probability / best.probability) ** (1 / temperature));
  let at = random.rand() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [i, weight] of weights.entries()) {
    at -= weight;
    if (at < 0) return ranked[i]!.index;
  }
  return best.index;
}
