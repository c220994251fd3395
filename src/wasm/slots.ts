// The arguments of a call, eight bytes each: whole numbers and addresses as i32, numbers as f64.

// @ts-expect-error: decorator
@inline
export function whole(call: usize, i: usize): i32 {
  return load<i32>(call + (i << 3));
}

// @ts-expect-error: decorator
@inline
export function address(call: usize, i: usize): usize {
  return <usize>load<u32>(call + (i << 3));
}

// @ts-expect-error: decorator
@inline
export function number(call: usize, i: usize): f64 {
  return load<f64>(call + (i << 3));
}
