import { Real } from './variants/real';

/**
 * A number of static memory in all lanes, by one instruction. One that stands in the code V8 makes anew wherever it is
 * used, by three.
 */
// @ts-expect-error: decorator
@inline
export function constant(address: usize): v128 {
  return v128.load_splat<Real>(address);
}
