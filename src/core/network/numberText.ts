/** A number to be read, to four digits where it isn't whole: `1,000,000`, `0.6931`, `1.2e−8`, `2.1e31`, `∞`. */
export function numberText(value: number): string {
  return written(value, Number.isInteger(value) ? 1e15 : 1e9);
}

/** The same in the room beside an axis: at most eight characters. */
export function tickText(value: number): string {
  return written(value, 1e6);
}

/** In powers of ten from `large` on. */
function written(value: number, large: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (size >= large || (size > 0 && size < 1e-4)) return inPowersOfTen(value);
  const digits =
    Number.isInteger(value) || size >= 1e4 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 };
  return value.toLocaleString('en-US', digits).replace('-', '−');
}

function inPowersOfTen(value: number): string {
  return value
    .toExponential(2)
    .replace(/(?:\.|(?<!0))0+e/, 'e')
    .replace('e+', 'e')
    .replaceAll('-', '−');
}
