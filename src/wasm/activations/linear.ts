// @ts-expect-error: decorator
@inline
export function linear(z: v128): v128 {
  return z;
}

// @ts-expect-error: decorator
@inline
export function linearGradient(_z: v128, _a: v128, dA: v128): v128 {
  return dA;
}
