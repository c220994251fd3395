import { allocate, type Numbers, type NumericArray, sizeOf } from './numericArray';

type NumbersType = { new (length: number): Numbers; readonly BYTES_PER_ELEMENT: number };

/**
 * An array whose first axis runs fastest (Fortran order) with its last axis running fastest instead.
 * `data` holds the values in Fortran order of `shape`.
 */
export function fromFortranOrder(shape: readonly number[], data: Numbers, what: string): NumericArray {
  if (shape.filter(size => size !== 1).length < 2) return { shape, data };
  const reversed = [...shape].reverse();
  return { shape, data: reverseAxes({ shape: reversed, data }, what).data };
}

/** The transpose: `(n_x, m)` becomes `(m, n_x)`, and with more axes they all come in reverse order. */
export function reverseAxes({ shape, data }: NumericArray, what: string): NumericArray {
  const result = allocate(data.constructor as NumbersType, data.length, what);
  const axes = shape.length;
  // where a step along each axis of the result lies in `data`
  const strides = shape.map((_, axis) => sizeOf(shape.slice(axis + 1))).reverse();
  const reversed = [...shape].reverse();
  const position = new Array<number>(axes).fill(0);
  let from = 0;
  for (let to = 0; to < result.length; to++) {
    result[to] = data[from]!;
    for (let axis = axes - 1; axis >= 0; axis--) {
      from += strides[axis]!;
      if (++position[axis]! < reversed[axis]!) break;
      from -= strides[axis]! * reversed[axis]!;
      position[axis] = 0;
    }
  }
  return { shape: reversed, data: result };
}
