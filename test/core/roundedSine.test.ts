import { expect, test } from 'vitest';
import { roundedCosine, roundedSine } from '../../src/core/roundedSine';

// numpy.sin and numpy.cos of numpy.longdouble(x), rounded to float64; Math.sin of Node 20 is one bit off for the first four
test.each([
  [-2.056498994225411, -0.8843471413051005, -0.466829876577642],
  [-2.3003072227793906, -0.7455004818168366, -0.6665050874606018],
  [-9.718405025726094, 0.2894259493305571, -0.9572004073620664],
  [13.44992456622238, 0.7729984111962137, 0.634407957302026],
  [-3.5475897926898674, 0.3949350372723654, -0.918709048793292],
  [594.6691352765907, -0.7883508090962128, -0.6152259762049604],
  [-3.347096192865935e-8, -3.347096192865934e-8, 0.9999999999999994],
  [0.0, 0.0, 1.0],
])('sine and cosine of %d', (x, sine, cosine) => {
  expect(roundedSine(x)).toBe(sine);
  expect(roundedCosine(x)).toBe(cosine);
});

test('stay within a bit of Math.sin and Math.cos all around the circle', () => {
  for (let x = -40; x < 40; x += 0.0137) {
    expect(Math.abs(roundedSine(x) - Math.sin(x))).toBeLessThan(2.3e-16);
    expect(Math.abs(roundedCosine(x) - Math.cos(x))).toBeLessThan(2.3e-16);
  }
});

test('are odd and even, and NaN of what is no angle', () => {
  expect(roundedSine(-1.234)).toBe(-roundedSine(1.234));
  expect(roundedCosine(-1.234)).toBe(roundedCosine(1.234));
  expect([roundedSine(Number.NaN), roundedCosine(Number.POSITIVE_INFINITY)]).toEqual([
    Number.NaN,
    Number.NaN,
  ]);
});
