import { scratch } from './share';
import { Real } from './variants/real';

/** Behind what the calls keep at the beginning of the scratch memory. */
const place: usize = 64;

/**
 * A number in all lanes that a loop uses all over. It goes through memory, since V8 moves what computes a number, were it
 * a square root, into the loop that uses it, but not what loads it.
 */
export function held(x: Real): v128 {
  store<Real>(scratch() + place, x);
  return v128.load_splat<Real>(scratch() + place);
}
