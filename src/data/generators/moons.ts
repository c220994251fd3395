import { type Generator, linspace, shareOf } from './generator';

export const moons: Generator = {
  name: 'moons',
  title: 'Moons',
  summary: 'Two half circles that reach into each other.',
  noise: 0.1,
  classes: 2,
  mostClasses: 2,

  make({ examples, noise }, random) {
    const X = new Float64Array(2 * examples);
    const labels = new Uint8Array(examples);
    let i = 0;
    for (let j = 0; j < 2; j++) {
      for (const angle of linspace(0, Math.PI, shareOf(examples, 2, j))) {
        const [x, y] =
          j === 0 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
        X[2 * i] = x + random.randn() * noise;
        X[2 * i + 1] = y + random.randn() * noise;
        labels[i++] = j;
      }
    }
    return { X, labels };
  },
};
