import { fma } from '../variants/fma';
import { Real } from '../variants/real';

/**
 * Six rows times one panel: c[r][0…1] = from[r][0…1] + Σₖ a[r][k]·B[k][0…1], for two vectors of columns. Row r of A begins at
 * `a + r·row` and its values lie `step` bytes apart; the two vectors of each k begin `panelStep` bytes apart. The sums
 * start from a tile at `from`, whose rows lie `fromPitch` bytes apart (0 where one row is that of all), and are written to `c`. A row of A may
 * be several `runs` of K values, each `jump` bytes after the end of the one before, as what a kernel covers of a picture;
 * B goes on. 12 sums, 2 vectors of B and 1 of A fit 16 registers, which V8 before 13 finds in one loop alone: in a loop within
 * another it loads all of A first and has no register for some of the sums.
 */
export function micro(
  K: i32,
  a: usize,
  row: usize,
  step: usize,
  panel: usize,
  panelStep: usize,
  c: usize,
  pitch: usize,
  from: usize,
  fromPitch: usize,
  runs: i32,
  jump: usize,
): void {
  let a0 = a;
  let a1 = a0 + row;
  let a2 = a1 + row;
  let a3 = a2 + row;
  let a4 = a3 + row;
  let a5 = a4 + row;
  let p = from;
  let c00 = v128.load(p);
  let c01 = v128.load(p, 16);
  p += fromPitch;
  let c10 = v128.load(p);
  let c11 = v128.load(p, 16);
  p += fromPitch;
  let c20 = v128.load(p);
  let c21 = v128.load(p, 16);
  p += fromPitch;
  let c30 = v128.load(p);
  let c31 = v128.load(p, 16);
  p += fromPitch;
  let c40 = v128.load(p);
  let c41 = v128.load(p, 16);
  p += fromPitch;
  let c50 = v128.load(p);
  let c51 = v128.load(p, 16);
  let b = panel;
  let left = K;
  for (let all = K * runs; all > 0; all--) {
    if (left === 0) {
      left = K;
      a0 += jump;
      a1 += jump;
      a2 += jump;
      a3 += jump;
      a4 += jump;
      a5 += jump;
    }
    left--;
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<Real>(a0);
    c00 = fma(x, b0, c00);
    c01 = fma(x, b1, c01);
    x = v128.load_splat<Real>(a1);
    c10 = fma(x, b0, c10);
    c11 = fma(x, b1, c11);
    x = v128.load_splat<Real>(a2);
    c20 = fma(x, b0, c20);
    c21 = fma(x, b1, c21);
    x = v128.load_splat<Real>(a3);
    c30 = fma(x, b0, c30);
    c31 = fma(x, b1, c31);
    x = v128.load_splat<Real>(a4);
    c40 = fma(x, b0, c40);
    c41 = fma(x, b1, c41);
    x = v128.load_splat<Real>(a5);
    c50 = fma(x, b0, c50);
    c51 = fma(x, b1, c51);
    a0 += step;
    a1 += step;
    a2 += step;
    a3 += step;
    a4 += step;
    a5 += step;
    b += panelStep;
  }
  p = c;
  v128.store(p, c00);
  v128.store(p, c01, 16);
  p += pitch;
  v128.store(p, c10);
  v128.store(p, c11, 16);
  p += pitch;
  v128.store(p, c20);
  v128.store(p, c21, 16);
  p += pitch;
  v128.store(p, c30);
  v128.store(p, c31, 16);
  p += pitch;
  v128.store(p, c40);
  v128.store(p, c41, 16);
  p += pitch;
  v128.store(p, c50);
  v128.store(p, c51, 16);
}

/** The same for four rows: eight sums are the fewest that keep two multipliers busy. */
export function microLow(
  K: i32,
  a: usize,
  row: usize,
  step: usize,
  panel: usize,
  panelStep: usize,
  c: usize,
  pitch: usize,
  from: usize,
  fromPitch: usize,
  runs: i32,
  jump: usize,
): void {
  let a0 = a;
  let a1 = a0 + row;
  let a2 = a1 + row;
  let a3 = a2 + row;
  let p = from;
  let c00 = v128.load(p);
  let c01 = v128.load(p, 16);
  p += fromPitch;
  let c10 = v128.load(p);
  let c11 = v128.load(p, 16);
  p += fromPitch;
  let c20 = v128.load(p);
  let c21 = v128.load(p, 16);
  p += fromPitch;
  let c30 = v128.load(p);
  let c31 = v128.load(p, 16);
  let b = panel;
  let left = K;
  for (let all = K * runs; all > 0; all--) {
    if (left === 0) {
      left = K;
      a0 += jump;
      a1 += jump;
      a2 += jump;
      a3 += jump;
    }
    left--;
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<Real>(a0);
    c00 = fma(x, b0, c00);
    c01 = fma(x, b1, c01);
    x = v128.load_splat<Real>(a1);
    c10 = fma(x, b0, c10);
    c11 = fma(x, b1, c11);
    x = v128.load_splat<Real>(a2);
    c20 = fma(x, b0, c20);
    c21 = fma(x, b1, c21);
    x = v128.load_splat<Real>(a3);
    c30 = fma(x, b0, c30);
    c31 = fma(x, b1, c31);
    a0 += step;
    a1 += step;
    a2 += step;
    a3 += step;
    b += panelStep;
  }
  p = c;
  v128.store(p, c00);
  v128.store(p, c01, 16);
  p += pitch;
  v128.store(p, c10);
  v128.store(p, c11, 16);
  p += pitch;
  v128.store(p, c20);
  v128.store(p, c21, 16);
  p += pitch;
  v128.store(p, c30);
  v128.store(p, c31, 16);
}
