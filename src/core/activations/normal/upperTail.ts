/**
 * Chebyshev coefficients of (1 − Φ(u))·e^(u²/2)/t in 2t − 1, where t = 4/(4 + u), from the zeroth on. Made with mpmath by
 * test/golden/activations.py: the error of the tail is below 2⁻⁵³.
 */
const coefficients = [
  0.24261280114151915, 0.18792720420989265, 0.05554838891881276, 0.012129438315111521, 0.0017314801240606202,
  8.014961859953749e-5, -2.5136847908026697e-5, -4.725842254926741e-6, 2.5258922136865774e-7,
  1.536333687349456e-7, -8.452550300172939e-10, -5.171627015435708e-9, -2.8206509081173767e-11,
  1.9435038070971737e-10, -2.485356047851177e-12, -7.936207374645758e-12, 4.606201711176235e-13,
  3.2821541166777413e-13, -4.353840663163703e-14, -1.2268185079261061e-14, 3.232846081541394e-15,
  3.0451658804315853e-16, -2.0130368431552333e-16,
];

/**
 * 1 − Φ(u), the share of a normal distribution above u ≥ 0, from e^(−u²/2), which the density needs too. JavaScript has
 * no erf.
 */
export function upperTail(u: number, bell: number): number {
  const t = 4 / (4 + u);
  const y = 2 * (2 * t - 1);
  // Clenshaw's sum
  let [d, dd] = [0, 0];
  for (let k = coefficients.length - 1; k > 0; k--) [d, dd] = [y * d - dd + coefficients[k]!, d];
  return bell * t * (0.5 * y * d - dd + coefficients[0]!);
}
