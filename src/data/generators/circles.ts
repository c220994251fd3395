import { type Generator, shareOf } from './generator';

export const circles: Generator = {
  name: 'circles',
  title: 'Circles',
  summary: 'Rings around a common centre, one for each class.',
  noise: 0.08,
  classes: 2,
  mostClasses: 10,

  make({ examples, classes, noise }, random) {
    const X = new Float64Array(2 * examples);
    const labels = new Uint8Array(examples);
    let i = 0;
    for (let j = 0; j < classes; j++) {
      const count = shareOf(examples, classes, j);
      const radius = (classes - j) / classes;
      for (let k = 0; k < count; k++) {
        const angle = (2 * Math.PI * k) / count;
        X[2 * i] = radius * Math.cos(angle) + random.randn() * noise;
        X[2 * i + 1] = radius * Math.sin(angle) + random.randn() * noise;
        labels[i++] = j;
      }
    }
    return { X, labels };
  },
};
