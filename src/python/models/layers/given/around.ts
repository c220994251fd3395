/** What is put or cut off on each side of a picture. */
export interface Around {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Keras’s `1`, `(1, 2)` or `((1, 1), (2, 2))`: rows, then columns; undefined where it isn’t known. */
export function kerasAround(value: unknown): Around | undefined {
  const [rows, columns] = Array.isArray(value) ? value : [value, value];
  return around(pair(rows), pair(columns));
}

/** PyTorch’s `1`, or `(1, 1, 2, 2)`: left, right, top, bottom. */
export function torchAround(value: unknown): Around | undefined {
  if (!Array.isArray(value)) return around(pair(value), pair(value));
  return value.length === 4 ? around(value.slice(2), value.slice(0, 2)) : undefined;
}

function around(rows: readonly unknown[], columns: readonly unknown[]): Around | undefined {
  const sizes = [...rows, ...columns];
  if (sizes.length !== 4 || !sizes.every(size => Number.isSafeInteger(size))) return undefined;
  const [top, bottom, left, right] = sizes as [number, number, number, number];
  return { top, bottom, left, right };
}

function pair(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value, value];
}
