// Which thread this instance is, and what its share of a piece of work is.

let thread: i32 = 0;
let threads: i32 = 1;
let all: i32 = 1;
let room: usize = 0;
let common: usize = 0;

/** Called once for each instance; `scratch` is memory of its own, `partial` that of all. */
export function configure(index: i32, count: i32, scratch: usize, partial: usize): void {
  thread = index;
  threads = count;
  all = count;
  room = scratch;
  common = partial;
}

/** Whether this thread works without the others. */
export function solo(yes: bool): void {
  threads = yes ? 1 : all;
}

/** The first of this thread's share of n things, dealt in units of `unit`. */
export function first(n: i32, unit: i32): i32 {
  return boundary(n, unit, thread);
}

/** The one after the last. */
export function last(n: i32, unit: i32): i32 {
  return boundary(n, unit, thread + 1);
}

/** Where what isn't divided is done. */
export function alone(): bool {
  return thread === 0;
}

export function threadCount(): i32 {
  return threads;
}

export function scratch(): usize {
  return room;
}

/** Where threads leave sums of parts within a call, for each other. */
export function partials(): usize {
  return common;
}

function boundary(n: i32, unit: i32, index: i32): i32 {
  if (threads === 1) return index === 0 ? 0 : n;
  const units = (n + unit - 1) / unit;
  const at = <i32>((<i64>units * index) / threads) * unit;
  return min(at, n);
}
