/** A number to six digits after the point, as the course prints costs; very small and large ones in powers of ten. */
export function sixDigits(x: number): string {
  const magnitude = Math.abs(x);
  return magnitude !== 0 && (magnitude < 1e-4 || magnitude >= 1e9) ? x.toExponential(5) : x.toFixed(6);
}
