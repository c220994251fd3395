import type { NumberField } from './field';
import { inBounds } from './readNumber';

const FAR_BELOW_ONE = 0.01;

/**
 * The next value up (`by` > 0) or down: whole numbers go by `by`; a number above 0 without an upper bound, such as a
 * learning rate, and one far below 1, such as an ε, along 1, 2, 5, 10; any other by one in its last decimal. Stays where there is no next within the bounds.
 */
export function stepNumber(value: number, field: NumberField, by: number): number {
  const next = field.integer
    ? clamp(value + by, field)
    : isScale(field, value)
      ? alongScale(value, Math.sign(by))
      : lastDecimal(value, Math.sign(by));
  return inBounds(next, field) ? next : value;
}

const clamp = (value: number, { minimum, maximum }: NumberField) =>
  Math.min(maximum, Math.max(minimum, value));

const isScale = (field: NumberField, value: number) =>
  field.minimum === 0 && field.openMinimum && (!Number.isFinite(field.maximum) || value < FAR_BELOW_ONE);

function alongScale(value: number, sign: number): number {
  const power = Math.floor(Math.log10(value));
  const stops = [power - 1, power, power + 1].flatMap(p => [1, 2, 5].map(digit => Number(`${digit}e${p}`)));
  // a stop that differs only by rounding is the value itself
  const far = (stop: number) => Math.abs(stop - value) > 1e-9 * value;
  return sign > 0
    ? (stops.find(stop => stop > value && far(stop)) ?? value)
    : (stops.findLast(stop => stop < value && far(stop)) ?? value);
}

function lastDecimal(value: number, sign: number): number {
  const decimals = Math.max(1, (String(value).split('.')[1] ?? '').length);
  return Number((value + sign * 10 ** -decimals).toFixed(decimals));
}
