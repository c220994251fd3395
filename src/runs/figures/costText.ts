/** A cost with six digits after the point, as the course prints it; very small and large ones in powers of ten. */
export function costText(cost: number): string {
  if (!Number.isFinite(cost)) return Number.isNaN(cost) ? 'NaN' : cost > 0 ? '∞' : '−∞';
  const size = Math.abs(cost);
  return size !== 0 && (size < 1e-4 || size >= 1e9) ? cost.toExponential(5) : cost.toFixed(6);
}
