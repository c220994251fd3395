import { Random } from '../../../src/core/random';
import { arrayDataset } from './arrayDataset';

/** m examples of normal random inputs, with labels as an encoding wants them: 0/1, one-hot or numbers. */
export function randomDataset(m: number, inputShape: number[], encoding: string, n: number, seed = 7) {
  const random = new Random(seed);
  const width = inputShape.reduce((a, b) => a * b, 1);
  const inputs = Array.from({ length: m }, () => Array.from({ length: width }, () => random.randn()));
  const labels = Array.from({ length: m }, () => {
    const row = Array.from({ length: n }, () =>
      encoding === 'binary' ? random.randint(0, 2) : random.randn() * 2,
    );
    if (encoding !== 'one-hot') return row;
    const place = random.randint(0, n);
    return row.map((_, j) => (j === place ? 1 : 0));
  });
  return arrayDataset(inputs, labels, inputShape);
}
