import type { SchemaElement } from 'hyparquet';
import type { RawValue } from './plainReader';

/** A stored value as a cell; throws an `Error` where it is none. */
export type CellText = (value: RawValue) => string;

const day = 86_400_000; // ms
const perSecond = { MILLIS: 1_000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n };
type Unit = keyof typeof perSecond;

/**
 * How the values of a column are written: numbers plainly, whole ones to the last digit, dates and times as ISO 8601. A
 * text where they can't be cells: what they are.
 */
export function cellText(element: SchemaElement): CellText | string {
  const { type, converted_type: converted, logical_type: logical } = element;
  const kind = logical?.type ?? converted;
  if (kind === 'NULL') return () => '';
  if (kind === 'DECIMAL') return decimal(element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0));
  if (kind === 'DATE') return value => date(BigInt(value as number) * 86_400n, 0n, 'MILLIS').slice(0, 10);
  if (logical?.type === 'TIMESTAMP') return timestamp(logical.unit, logical.isAdjustedToUTC);
  if (converted === 'TIMESTAMP_MILLIS' || converted === 'TIMESTAMP_MICROS')
    return timestamp(converted === 'TIMESTAMP_MILLIS' ? 'MILLIS' : 'MICROS', true);
  if (logical?.type === 'TIME') return time(logical.unit);
  if (converted === 'TIME_MILLIS' || converted === 'TIME_MICROS')
    return time(converted === 'TIME_MILLIS' ? 'MILLIS' : 'MICROS');
  if (type === 'INT96') return int96;
  if (kind === 'FLOAT16') return value => number(float16(value as Uint8Array));
  if (kind === 'UUID') return uuid;
  if (type === 'INT32' || type === 'INT64')
    return isUnsigned(element) ? unsigned(type === 'INT32' ? 32 : 64) : String;
  if (type === 'FLOAT' || type === 'DOUBLE') return value => number(value as number);
  if (type === 'BOOLEAN') return value => (value ? 'true' : 'false');
  // texts of old writers aren't declared as such
  if (type === 'BYTE_ARRAY' && [undefined, 'STRING', 'UTF8', 'ENUM', 'JSON'].includes(kind)) return text;
  return kind === 'INTERVAL' ? 'intervals' : 'bytes';
}

function number(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}

function isUnsigned({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  return logical?.type === 'INTEGER' ? !logical.isSigned : (converted?.startsWith('UINT') ?? false);
}

function unsigned(bits: number): CellText {
  return value => String(BigInt.asUintN(bits, BigInt(value as number | bigint)));
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function text(value: RawValue): string {
  try {
    return decoder.decode(value as Uint8Array);
  } catch {
    throw new Error('a text isn’t UTF-8');
  }
}

/** To the last digit: a float would round it. */
function decimal(scale: number): CellText {
  if (!(scale >= 0 && scale <= 1000)) throw new Error(`a decimal has ${scale} places`);
  return value => {
    const whole = value instanceof Uint8Array ? bigEndian(value) : BigInt(value as number | bigint);
    const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0');
    const sign = whole < 0n ? '-' : '';
    const cut = digits.length - scale;
    return sign + digits.slice(0, cut) + (scale > 0 ? `.${digits.slice(cut)}` : '');
  };
}

function bigEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(8 * bytes.length, value);
}

function timestamp(unit: Unit, utc: boolean): CellText {
  return value => {
    const ticks = BigInt(value as number | bigint);
    const parts = perSecond[unit];
    const within = ((ticks % parts) + parts) % parts;
    return date((ticks - within) / parts, within, unit) + (utc ? 'Z' : '');
  };
}

/** A second since 1970, and a part of it, as ISO 8601. */
function date(seconds: bigint, within: bigint, unit: Unit): string {
  const ms = Number(seconds) * 1000;
  if (!(Math.abs(ms) <= 8.64e15)) throw new Error('a date is beyond the year 275,000');
  return new Date(ms).toISOString().slice(0, -5) + fraction(within, unit);
}

function fraction(within: bigint, unit: Unit): string {
  if (within === 0n) return '';
  const digits = String(perSecond[unit]).length - 1;
  return `.${String(within)
    .padStart(digits, '0')
    .replace(/(?<!0)0+$/, '')}`;
}

function time(unit: Unit): CellText {
  return value => {
    const ticks = BigInt(value as number | bigint);
    const seconds = Number(ticks / perSecond[unit]);
    if (!(seconds >= 0 && seconds < 86_400)) throw new Error('a time is beyond the day');
    return new Date(seconds * 1000).toISOString().slice(11, 19) + fraction(ticks % perSecond[unit], unit);
  };
}

/** Nanoseconds of a Julian day, as Impala and old Spark write them. */
function int96(value: RawValue): string {
  const bytes = value as Uint8Array;
  const view = new DataView(bytes.buffer, bytes.byteOffset, 12);
  const seconds = BigInt(view.getUint32(8, true) - 2_440_588) * BigInt(day / 1000);
  const nanos = view.getBigUint64(0, true);
  return date(seconds + nanos / perSecond.NANOS, nanos % perSecond.NANOS, 'NANOS');
}

/** IEEE 754 half precision, the lower byte first. */
function float16(bytes: Uint8Array): number {
  const bits = bytes[0]! | (bytes[1]! << 8);
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const share = (bits & 1023) / 1024;
  if (exponent === 31) return share ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (exponent === 0 ? share * 2 ** -14 : (1 + share) * 2 ** (exponent - 15));
}

function uuid(value: RawValue): string {
  const hex = Array.from(value as Uint8Array, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
