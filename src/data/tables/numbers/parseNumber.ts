import type { Decimal, Thousands } from './notation';

/** A number as it is written, with what stands in and around it. */
export interface WrittenNumber {
  readonly value: number;
  /** What stands between its thousands. */
  readonly thousands: Thousands | undefined;
  /** A sign of currency or percent before or behind it. */
  readonly sign: string | undefined;
}

const signs = '%$€£¥₹₽₩₺';
const [zero, nine] = [48, 57];

/**
 * Reads a number whose decimals begin with `decimal`, its thousands parted by whatever else parts them; undefined where
 * it isn't one. Groups are of three digits, as 1,234,567, but for those in the middle, which may be of two (12,34,567); a
 * number that begins with 0 has none.
 */
export function parseNumber(cell: string, decimal: Decimal): WrittenNumber | undefined {
  let text = cell.trim();
  let minus = text[0] === '-' || text[0] === '−';
  const plus = text[0] === '+';
  if (minus || plus) text = text.slice(1);
  let sign: string | undefined;
  if (signs.includes(text[0] ?? ' ')) {
    sign = text[0]!;
    text = text.slice(1).trimStart();
    if (!minus && !plus && (text[0] === '-' || text[0] === '−')) {
      minus = true;
      text = text.slice(1);
    }
  } else if (signs.includes(text.at(-1) ?? ' ')) {
    sign = text.at(-1)!;
    text = text.slice(0, -1).trimEnd();
  }
  const digits = parseDigits(text, decimal);
  if (!digits) return undefined;
  const value = Number(digits.text);
  if (!Number.isFinite(value)) return undefined;
  return { value: minus ? -value : value, thousands: digits.thousands, sign };
}

/** The digits as `Number` takes them. */
function parseDigits(
  text: string,
  decimal: Decimal,
): { readonly text: string; readonly thousands: Thousands | undefined } | undefined {
  let whole = '';
  let thousands: Thousands | undefined;
  let at = 0;
  for (let group = 0; ; group++) {
    const from = at;
    while (isDigit(text.charCodeAt(at))) at++;
    const length = at - from;
    const mark = markOf(text[at]);
    const isLast = mark === undefined || mark === decimal;
    if (thousands || !isLast) {
      if (group === 0 ? length < 1 || length > 3 || text.charCodeAt(0) === zero : length < 2)
        return undefined;
      if (group > 0 && (isLast ? length !== 3 : length > 3)) return undefined;
    }
    whole += text.slice(from, at);
    if (isLast) break;
    if (thousands && thousands !== mark) return undefined;
    thousands = mark;
    at++;
  }
  let rest = '';
  if (text[at] === decimal) {
    const from = ++at;
    while (isDigit(text.charCodeAt(at))) at++;
    rest = `.${text.slice(from, at)}`;
    if (rest === '.') rest = '';
  }
  if (whole === '' && rest === '') return undefined;
  const power = text.slice(at);
  if (power !== '' && !/^[eE][+-]?\d{1,4}$/.test(power)) return undefined;
  return { text: `${whole || '0'}${rest}${power}`, thousands };
}

function markOf(letter: string | undefined): Thousands | undefined {
  switch (letter) {
    case ',':
    case '.':
    case "'":
      return letter;
    case '’':
      return "'";
    case ' ':
    case '\u00a0':
    case '\u202f':
    case '\u2009':
      return ' ';
    default:
      return undefined;
  }
}

const isDigit = (code: number) => code >= zero && code <= nine;
