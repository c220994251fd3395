/** max(0, z), and NaN where z is; 0 also where z is −0. */
// @ts-expect-error: decorator
@inline
export function relu(z: v128): v128 {
  return f64x2.max(f64x2.splat(0), z);
}

// @ts-expect-error: decorator
@inline
export function reluGradient(z: v128, _a: v128, dA: v128): v128 {
  return v128.and(dA, f64x2.gt(z, f64x2.splat(0)));
}
