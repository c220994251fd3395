import type { Generator } from './generator';

export const linear: Generator = {
  name: 'linear',
  title: 'Linear',
  summary: 'Two classes on the two sides of a straight line.',
  noise: 0.1,
  classes: 2,
  mostClasses: 2,

  make({ examples, noise }, random) {
    const X = new Float64Array(2 * examples);
    const labels = new Uint8Array(examples);
    for (let i = 0; i < examples; i++) {
      const x = random.uniform(-1, 1);
      const y = random.uniform(-1, 1);
      X[2 * i] = x;
      X[2 * i + 1] = y;
      labels[i] = y > 0.5 * x + 0.1 + random.randn() * noise ? 1 : 0;
    }
    return { X, labels };
  },
};
