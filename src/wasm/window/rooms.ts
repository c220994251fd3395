import { scratch } from '../share';

// Of the scratch memory, behind what the products use: what a kernel goes over, with its frame; beside it either the kernels,
// packed, or the gradient of what they gave.

const begin: usize = 1 << 20;
const each: usize = 23 << 16;
/** Bytes of each. */
export const room: i32 = <i32>each - 4096;

export function pictureRoom(): usize {
  return scratch() + begin;
}

export function otherRoom(): usize {
  return scratch() + begin + each;
}

/** A few numbers besides. */
export function besideRooms(): usize {
  return scratch() + begin + 2 * each;
}
