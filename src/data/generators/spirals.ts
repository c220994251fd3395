import { type Generator, linspace, shareOf } from './generator';

const turns = 1.5;

export const spirals: Generator = {
  name: 'spirals',
  title: 'Spirals',
  summary: 'Arms that wind around each other, one for each class.',
  noise: 0.2,
  classes: 2,
  mostClasses: 10,

  make({ examples, classes, noise }, random) {
    const X = new Float64Array(2 * examples);
    const labels = new Uint8Array(examples);
    let i = 0;
    for (let j = 0; j < classes; j++) {
      // noise turns the arm, so that the arms stay apart near the centre
      for (const radius of linspace(0.05, 1, shareOf(examples, classes, j))) {
        const angle = 2 * Math.PI * (turns * radius + j / classes) + random.randn() * noise;
        X[2 * i] = radius * Math.cos(angle);
        X[2 * i + 1] = radius * Math.sin(angle);
        labels[i++] = j;
      }
    }
    return { X, labels };
  },
};
