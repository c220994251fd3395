/**
 * The places of `each` examples of every class from `first` on, up to 9, drawn by a seed: a permuted congruential generator, so that
 * the same seed gives the same pictures everywhere.
 */
export function sample(labels, first, each, seed) {
  let state = BigInt(seed) * 0x9e3779b97f4a7c15n;
  const below = count => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number((state >> 33n) % BigInt(count));
  };
  const chosen = [];
  for (let digit = first; digit < 10; digit++) {
    const places = [...labels.keys()].filter(i => labels[i] === digit);
    for (let k = 0; k < each; k++) chosen.push(places.splice(below(places.length), 1)[0]);
  }
  return chosen;
}
