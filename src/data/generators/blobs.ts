import { type Generator, shareOf } from './generator';

export const blobs: Generator = {
  name: 'blobs',
  title: 'Blobs',
  summary: 'Round clouds of points, one for each class, at the corners of a polygon.',
  noise: 0.5,
  classes: 3,
  mostClasses: 10,

  make({ examples, classes, noise }, random) {
    const X = new Float64Array(2 * examples);
    const labels = new Uint8Array(examples);
    let i = 0;
    for (let j = 0; j < classes; j++) {
      const angle = (2 * Math.PI * j) / classes;
      for (let k = shareOf(examples, classes, j); k > 0; k--) {
        X[2 * i] = 2 * Math.cos(angle) + random.randn() * noise;
        X[2 * i + 1] = 2 * Math.sin(angle) + random.randn() * noise;
        labels[i++] = j;
      }
    }
    return { X, labels };
  },
};
