import type { Generator } from './generator';

export const xor: Generator = {
  name: 'xor',
  title: 'XOR',
  summary:
    'Four squares of a chessboard: one class where the signs of both inputs agree, the other where they differ.',
  noise: 0.05,
  classes: 2,
  mostClasses: 2,

  make({ examples, noise }, random) {
    const X = new Float64Array(2 * examples);
    const labels = new Uint8Array(examples);
    for (let i = 0; i < examples; i++) {
      const x = random.uniform(-1, 1);
      const y = random.uniform(-1, 1);
      labels[i] = x < 0 === y < 0 ? 0 : 1;
      X[2 * i] = x + random.randn() * noise;
      X[2 * i + 1] = y + random.randn() * noise;
    }
    return { X, labels };
  },
};
