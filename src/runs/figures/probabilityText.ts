/** What a network gives a class, in percent with one digit after the point. It is never said to be sure of it. */
export function probabilityText(probability: number): string {
  if (probability > 0.999) return '> 99.9 %';
  return probability < 0.001 ? '< 0.1 %' : `${(probability * 100).toFixed(1)} %`;
}
