import { format } from 'd3';

const grouped = format(',.0f');
const precise = format(',.4~g');

/** A number to be read: `1,000,000`, `0.6931`, `1.2e-8`, `∞`. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return grouped(value);
  const size = Math.abs(value);
  if (size >= 1e4) return grouped(value);
  return size < 1e-4
    ? value
        .toExponential(2)
        .replace(/\.?0+e/, 'e')
        .replace('-', '−')
    : precise(value);
}
