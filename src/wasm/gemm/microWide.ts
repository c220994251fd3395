import { fma } from '../variants/fma';
import { Real } from '../variants/real';

// Twice as wide as the tile of micro.ts, for a V8 that packs pairs of vectors into one of 256 bits: 24 sums, 4 vectors of
// B and 1 of A then fit 16 registers; where it doesn't, most of them don't. V8 packs what is stored side by side, and all
// that leads to it, so the columns of a row are loaded and stored in order.

/** Six rows times one panel, as `micro`, for four vectors of columns; each sum runs as there. */
export function microWide(
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
  let c02 = v128.load(p, 32);
  let c03 = v128.load(p, 48);
  p += fromPitch;
  let c10 = v128.load(p);
  let c11 = v128.load(p, 16);
  let c12 = v128.load(p, 32);
  let c13 = v128.load(p, 48);
  p += fromPitch;
  let c20 = v128.load(p);
  let c21 = v128.load(p, 16);
  let c22 = v128.load(p, 32);
  let c23 = v128.load(p, 48);
  p += fromPitch;
  let c30 = v128.load(p);
  let c31 = v128.load(p, 16);
  let c32 = v128.load(p, 32);
  let c33 = v128.load(p, 48);
  p += fromPitch;
  let c40 = v128.load(p);
  let c41 = v128.load(p, 16);
  let c42 = v128.load(p, 32);
  let c43 = v128.load(p, 48);
  p += fromPitch;
  let c50 = v128.load(p);
  let c51 = v128.load(p, 16);
  let c52 = v128.load(p, 32);
  let c53 = v128.load(p, 48);
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
    const b2 = v128.load(b, 32);
    const b3 = v128.load(b, 48);
    let x = v128.load_splat<Real>(a0);
    c00 = fma(x, b0, c00);
    c01 = fma(x, b1, c01);
    c02 = fma(x, b2, c02);
    c03 = fma(x, b3, c03);
    x = v128.load_splat<Real>(a1);
    c10 = fma(x, b0, c10);
    c11 = fma(x, b1, c11);
    c12 = fma(x, b2, c12);
    c13 = fma(x, b3, c13);
    x = v128.load_splat<Real>(a2);
    c20 = fma(x, b0, c20);
    c21 = fma(x, b1, c21);
    c22 = fma(x, b2, c22);
    c23 = fma(x, b3, c23);
    x = v128.load_splat<Real>(a3);
    c30 = fma(x, b0, c30);
    c31 = fma(x, b1, c31);
    c32 = fma(x, b2, c32);
    c33 = fma(x, b3, c33);
    x = v128.load_splat<Real>(a4);
    c40 = fma(x, b0, c40);
    c41 = fma(x, b1, c41);
    c42 = fma(x, b2, c42);
    c43 = fma(x, b3, c43);
    x = v128.load_splat<Real>(a5);
    c50 = fma(x, b0, c50);
    c51 = fma(x, b1, c51);
    c52 = fma(x, b2, c52);
    c53 = fma(x, b3, c53);
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
  v128.store(p, c02, 32);
  v128.store(p, c03, 48);
  p += pitch;
  v128.store(p, c10);
  v128.store(p, c11, 16);
  v128.store(p, c12, 32);
  v128.store(p, c13, 48);
  p += pitch;
  v128.store(p, c20);
  v128.store(p, c21, 16);
  v128.store(p, c22, 32);
  v128.store(p, c23, 48);
  p += pitch;
  v128.store(p, c30);
  v128.store(p, c31, 16);
  v128.store(p, c32, 32);
  v128.store(p, c33, 48);
  p += pitch;
  v128.store(p, c40);
  v128.store(p, c41, 16);
  v128.store(p, c42, 32);
  v128.store(p, c43, 48);
  p += pitch;
  v128.store(p, c50);
  v128.store(p, c51, 16);
  v128.store(p, c52, 32);
  v128.store(p, c53, 48);
}

/** The same for four rows. */
export function microWideLow(
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
  let c02 = v128.load(p, 32);
  let c03 = v128.load(p, 48);
  p += fromPitch;
  let c10 = v128.load(p);
  let c11 = v128.load(p, 16);
  let c12 = v128.load(p, 32);
  let c13 = v128.load(p, 48);
  p += fromPitch;
  let c20 = v128.load(p);
  let c21 = v128.load(p, 16);
  let c22 = v128.load(p, 32);
  let c23 = v128.load(p, 48);
  p += fromPitch;
  let c30 = v128.load(p);
  let c31 = v128.load(p, 16);
  let c32 = v128.load(p, 32);
  let c33 = v128.load(p, 48);
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
    const b2 = v128.load(b, 32);
    const b3 = v128.load(b, 48);
    let x = v128.load_splat<Real>(a0);
    c00 = fma(x, b0, c00);
    c01 = fma(x, b1, c01);
    c02 = fma(x, b2, c02);
    c03 = fma(x, b3, c03);
    x = v128.load_splat<Real>(a1);
    c10 = fma(x, b0, c10);
    c11 = fma(x, b1, c11);
    c12 = fma(x, b2, c12);
    c13 = fma(x, b3, c13);
    x = v128.load_splat<Real>(a2);
    c20 = fma(x, b0, c20);
    c21 = fma(x, b1, c21);
    c22 = fma(x, b2, c22);
    c23 = fma(x, b3, c23);
    x = v128.load_splat<Real>(a3);
    c30 = fma(x, b0, c30);
    c31 = fma(x, b1, c31);
    c32 = fma(x, b2, c32);
    c33 = fma(x, b3, c33);
    a0 += step;
    a1 += step;
    a2 += step;
    a3 += step;
    b += panelStep;
  }
  p = c;
  v128.store(p, c00);
  v128.store(p, c01, 16);
  v128.store(p, c02, 32);
  v128.store(p, c03, 48);
  p += pitch;
  v128.store(p, c10);
  v128.store(p, c11, 16);
  v128.store(p, c12, 32);
  v128.store(p, c13, 48);
  p += pitch;
  v128.store(p, c20);
  v128.store(p, c21, 16);
  v128.store(p, c22, 32);
  v128.store(p, c23, 48);
  p += pitch;
  v128.store(p, c30);
  v128.store(p, c31, 16);
  v128.store(p, c32, 32);
  v128.store(p, c33, 48);
}
