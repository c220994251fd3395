// Philox 4×32 with ten rounds (Salmon, Moraes, Dror and Shaw, 2011), as src/core/kernels/philox.ts has it.

let c0: u32 = 0;
let c1: u32 = 0;
let c2: u32 = 0;
let c3: u32 = 0;

/** Draws four numbers from a counter of four and a key of two. */
export function draw(a: u32, b: u32, c: u32, d: u32, key0: u32, key1: u32): void {
  let x0 = a;
  let x1 = b;
  let x2 = c;
  let x3 = d;
  let k0 = key0;
  let k1 = key1;
  for (let round = 0; round < 10; round++) {
    const p0 = <u64>x0 * 0xd2511f53;
    const p1 = <u64>x2 * 0xcd9e8d57;
    x0 = <u32>(p1 >> 32) ^ x1 ^ k0;
    x1 = <u32>p1;
    x2 = <u32>(p0 >> 32) ^ x3 ^ k1;
    x3 = <u32>p0;
    k0 += 0x9e3779b9;
    k1 += 0xbb67ae85;
  }
  c0 = x0;
  c1 = x1;
  c2 = x2;
  c3 = x3;
}

/** One of the four that were drawn last. */
export function drawn(i: i32): u32 {
  if (i === 0) return c0;
  if (i === 1) return c1;
  return i === 2 ? c2 : c3;
}
