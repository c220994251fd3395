/** Each class with its probability, most probable first. One sigmoid output is the probability of the second class. */
export function rankedClasses(
  outputs: readonly number[],
  names: readonly string[],
): { readonly name: string; readonly probability: number }[] {
  const [p = 0] = outputs;
  const probabilities = outputs.length === 1 ? [1 - p, p] : outputs;
  return probabilities
    .map((probability, i) => ({ name: names[i] ?? String(i), probability }))
    .sort((a, b) => b.probability - a.probability);
}
