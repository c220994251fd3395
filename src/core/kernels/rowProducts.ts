import type { Floats } from './floats';

/**
 * out[i·b + j] = Σₖ A[i·n + k]·B[j·n + k] + start[j]: each of a runs of A times each of b runs of B, all of length n.
 * Eight products go together, so that a value read is used more than once and no addition waits for another.
 */
export function rowProducts(
  A: Floats,
  a: number,
  B: Floats,
  b: number,
  n: number,
  start: Floats | undefined,
  out: Floats,
): void {
  let i = 0;
  for (; i + 3 < a; i += 4) {
    let j = 0;
    for (; j + 1 < b; j += 2) fourByTwo(A, i * n, B, j * n, n, out, i * b + j, b);
    for (; j < b; j++) fourByOne(A, i * n, B, j * n, n, out, i * b + j, b);
  }
  for (; i < a; i++) {
    for (let j = 0; j < b; j++) out[i * b + j] = dot(A, i * n, B, j * n, n);
  }
  if (!start) return;
  for (let k = 0; k < a * b; ) {
    for (let j = 0; j < b; j++, k++) out[k]! += start[j]!;
  }
}

/** Four runs of A from `p` times two runs of B from `q`, into two columns of four rows of `out`. */
function fourByTwo(
  A: Floats,
  p: number,
  B: Floats,
  q: number,
  n: number,
  out: Floats,
  at: number,
  stride: number,
): void {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let t0 = 0;
  let t1 = 0;
  let t2 = 0;
  let t3 = 0;
  for (let k = 0; k < n; k++) {
    const x0 = A[p + k]!;
    const x1 = A[p + n + k]!;
    const x2 = A[p + 2 * n + k]!;
    const x3 = A[p + 3 * n + k]!;
    const v = B[q + k]!;
    const w = B[q + n + k]!;
    s0 += x0 * v;
    s1 += x1 * v;
    s2 += x2 * v;
    s3 += x3 * v;
    t0 += x0 * w;
    t1 += x1 * w;
    t2 += x2 * w;
    t3 += x3 * w;
  }
  out[at] = s0;
  out[at + stride] = s1;
  out[at + 2 * stride] = s2;
  out[at + 3 * stride] = s3;
  out[at + 1] = t0;
  out[at + stride + 1] = t1;
  out[at + 2 * stride + 1] = t2;
  out[at + 3 * stride + 1] = t3;
}

function fourByOne(
  A: Floats,
  p: number,
  B: Floats,
  q: number,
  n: number,
  out: Floats,
  at: number,
  stride: number,
): void {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let k = 0; k < n; k++) {
    const w = B[q + k]!;
    s0 += A[p + k]! * w;
    s1 += A[p + n + k]! * w;
    s2 += A[p + 2 * n + k]! * w;
    s3 += A[p + 3 * n + k]! * w;
  }
  out[at] = s0;
  out[at + stride] = s1;
  out[at + 2 * stride] = s2;
  out[at + 3 * stride] = s3;
}

/** Σ aₖ·bₖ over two runs, as four sums. */
function dot(A: Floats, p: number, B: Floats, q: number, n: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < n; k += 4) {
    s0 += A[p + k]! * B[q + k]!;
    s1 += A[p + k + 1]! * B[q + k + 1]!;
    s2 += A[p + k + 2]! * B[q + k + 2]!;
    s3 += A[p + k + 3]! * B[q + k + 3]!;
  }
  for (; k < n; k++) s0 += A[p + k]! * B[q + k]!;
  return s0 + s1 + s2 + s3;
}
