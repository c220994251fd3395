import { scratch } from '../share';
import { shift } from '../variants/real';

/** Behind what the products use of the scratch memory. */
const begin: usize = 1 << 20;
/** What is laid out at a time, which stays in the second cache; more where too few places would fit. */
const usual: i32 = 192 << 10;
const fewest: i32 = 48;
const room: i32 = 3 << 20;

/** Where places are laid out. */
export function block(): usize {
  return scratch() + begin;
}

/** How many places are laid out at a time, of K numbers each: the same for any number of threads. */
export function blockPlaces(K: i32): i32 {
  const bytes = K << (<i32>shift);
  return max(1, min(max(usual / bytes, fewest), (room - 64) / bytes));
}
