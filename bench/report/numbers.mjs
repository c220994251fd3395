/** Three significant digits, without an exponent: 0.0283, 1.06, 158. */
export function threeDigits(value) {
  if (!Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  // rounded before its digits are counted: 9.996 is 10.0
  const rounded = Number(value.toPrecision(3));
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(rounded))));
  return rounded.toFixed(Math.min(digits, 9));
}

export const megabytes = bytes => `${threeDigits(bytes / 1e6)} MB`;
export const milliseconds = value => `${threeDigits(value)} ms`;
export const percent = share => `${share >= 0.1 ? Math.round(share * 100) : threeDigits(share * 100)} %`;
/** 2,500 */
export const counted = value => value.toLocaleString('en');
