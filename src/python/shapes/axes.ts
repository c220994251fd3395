import type { Dim } from '../sizes/size';

/** The place of an axis from the front; undefined where the array has no such axis. */
export function axisPlace(axis: number, rank: number): number | undefined {
  const place = axis < 0 ? axis + rank : axis;
  return place >= 0 && place < rank ? place : undefined;
}

/** A shape with some of its axes summed over, or the like. */
export function reduced(shape: readonly Dim[], places: readonly number[], keep: boolean): readonly Dim[] {
  return keep
    ? shape.map((dim, i) => (places.includes(i) ? 1 : dim))
    : shape.filter((_, i) => !places.includes(i));
}

/** `(0, 2, 1)` applied to a shape. */
export function permuted(shape: readonly Dim[], order: readonly number[]): readonly Dim[] {
  return order.map(place => shape[place]);
}
