import type { Floats } from './floats';

/**
 * To each of `targets` runs of `target` adds the sum of the `sources` runs of `source`, each times its coefficient
 * C[t·targetStride + s·sourceStride]. All runs have length n. Two targets take four sources at a time, so that what is
 * read is used twice and a target is written a quarter as often.
 */
export function addCombinations(
  target: Floats,
  targets: number,
  source: Floats,
  sources: number,
  n: number,
  C: Floats,
  targetStride: number,
  sourceStride: number,
): void {
  let t = 0;
  for (; t + 1 < targets; t += 2) {
    let s = 0;
    for (; s + 3 < sources; s += 4) {
      fourToTwo(
        target,
        t * n,
        source,
        s * n,
        n,
        C,
        t * targetStride + s * sourceStride,
        targetStride,
        sourceStride,
      );
    }
    for (; s < sources; s++) {
      const c = t * targetStride + s * sourceStride;
      add(target, t * n, source, s * n, n, C[c]!);
      add(target, (t + 1) * n, source, s * n, n, C[c + targetStride]!);
    }
  }
  for (; t < targets; t++) {
    let s = 0;
    for (; s + 3 < sources; s += 4) {
      fourToOne(target, t * n, source, s * n, n, C, t * targetStride + s * sourceStride, sourceStride);
    }
    for (; s < sources; s++) add(target, t * n, source, s * n, n, C[t * targetStride + s * sourceStride]!);
  }
}

function fourToTwo(
  target: Floats,
  p: number,
  source: Floats,
  q: number,
  n: number,
  C: Floats,
  c: number,
  targetStride: number,
  sourceStride: number,
): void {
  const c0 = C[c]!;
  const c1 = C[c + sourceStride]!;
  const c2 = C[c + 2 * sourceStride]!;
  const c3 = C[c + 3 * sourceStride]!;
  const d0 = C[c + targetStride]!;
  const d1 = C[c + targetStride + sourceStride]!;
  const d2 = C[c + targetStride + 2 * sourceStride]!;
  const d3 = C[c + targetStride + 3 * sourceStride]!;
  for (let k = 0; k < n; k++) {
    const x0 = source[q + k]!;
    const x1 = source[q + n + k]!;
    const x2 = source[q + 2 * n + k]!;
    const x3 = source[q + 3 * n + k]!;
    target[p + k]! += c0 * x0 + c1 * x1 + c2 * x2 + c3 * x3;
    target[p + n + k]! += d0 * x0 + d1 * x1 + d2 * x2 + d3 * x3;
  }
}

function fourToOne(
  target: Floats,
  p: number,
  source: Floats,
  q: number,
  n: number,
  C: Floats,
  c: number,
  sourceStride: number,
): void {
  const c0 = C[c]!;
  const c1 = C[c + sourceStride]!;
  const c2 = C[c + 2 * sourceStride]!;
  const c3 = C[c + 3 * sourceStride]!;
  for (let k = 0; k < n; k++) {
    target[p + k]! +=
      c0 * source[q + k]! +
      c1 * source[q + n + k]! +
      c2 * source[q + 2 * n + k]! +
      c3 * source[q + 3 * n + k]!;
  }
}

function add(target: Floats, p: number, source: Floats, q: number, n: number, c: number): void {
  for (let k = 0; k < n; k++) target[p + k]! += c * source[q + k]!;
}
