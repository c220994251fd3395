import { constant } from './constant';
import { one } from './math';
import { fma } from './variants/fma';
import { Real, shift } from './variants/real';

/** As in src/core/activations/normal/upperTail.ts, from the last on. */
const coefficients = memory.data<Real>([
  -2.0130368431552333e-16,
  3.0451658804315853e-16,
  3.232846081541394e-15,
  -1.2268185079261061e-14,
  -4.353840663163703e-14,
  3.2821541166777413e-13,
  4.606201711176235e-13,
  -7.936207374645758e-12,
  -2.485356047851177e-12,
  1.9435038070971737e-10,
  -2.8206509081173767e-11,
  -5.171627015435708e-09,
  -8.452550300172939e-10,
  1.536333687349456e-07,
  2.5258922136865774e-07,
  -4.725842254926741e-06,
  -2.5136847908026697e-05,
  8.014961859953749e-05,
  0.0017314801240606202,
  0.012129438315111521,
  0.05554838891881276,
  0.18792720420989265,
  0.24261280114151915,
]);
const count: usize = 23;
/** The first that a number of this build is large enough for: the others are below 2⁻³¹ together. */
const least: usize = shift === 2 ? 11 : 0;
const four = memory.data<Real>([4]);
const two = memory.data<Real>([2]);
const half = memory.data<Real>([0.5]);

/** 1 − Φ(u) for u ≥ 0, from e^(−u²/2): at most 2⁻²³ (2⁻⁵¹) from it. */
export function upperTail(u: v128, bell: v128): v128 {
  const t = v128.div<Real>(constant(four), v128.add<Real>(constant(four), u));
  const y = v128.mul<Real>(constant(two), v128.sub<Real>(v128.add<Real>(t, t), constant(one)));
  // Clenshaw's sum
  let d = v128.splat<Real>(0);
  let dd = v128.splat<Real>(0);
  const last = coefficients + ((count - 1) << shift);
  for (let p = coefficients + (least << shift); p < last; p += (<usize>1) << shift) {
    const next = fma(y, d, v128.sub<Real>(constant(p), dd));
    dd = d;
    d = next;
  }
  const sum = fma(v128.mul<Real>(constant(half), y), d, v128.sub<Real>(constant(last), dd));
  return v128.mul<Real>(v128.mul<Real>(bell, t), sum);
}
