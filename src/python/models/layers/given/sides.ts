import { size } from './givenLayer';

export type Sides = number | readonly [number, number];

/** `3` or `(3, 3)`: what is the same on both axes of a picture is one number. Undefined for anything else. */
export function sides(value: unknown): Sides | undefined {
  const [height, width] = Array.isArray(value) ? value : [value, value];
  if (Array.isArray(value) && value.length !== 2) return undefined;
  const [one, other] = [size(height), size(width)];
  if (one === undefined || other === undefined) return undefined;
  return one === other ? one : [one, other];
}

/** `3` or `(3,)`, of a series. */
export function side(value: unknown): number | undefined {
  return size(Array.isArray(value) && value.length === 1 ? value[0] : value);
}
