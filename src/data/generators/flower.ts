import { roundedCosine, roundedSine } from '../../core/roundedSine';
import { type Generator, linspace, shareOf } from './generator';

/**
 * The flower of the planar classification exercise, draw by draw as NumPy code makes it: for class j,
 * θ = linspace(3.12j, 3.12(j+1), m/2) + 0.2·randn(m/2), r = 4·sin(4θ) + 0.2·randn(m/2), x = (r·sin θ, r·cos θ).
 */
export const flower: Generator = {
  name: 'flower',
  title: 'Flower',
  summary: 'Petals of two classes around a centre; no straight line parts them.',
  noise: 0.2,
  classes: 2,
  mostClasses: 10,

  make({ examples, classes, noise }, random) {
    const X = new Float64Array(2 * examples);
    const labels = new Uint8Array(examples);
    let i = 0;
    for (let j = 0; j < classes; j++) {
      const count = shareOf(examples, classes, j);
      // two classes share the circle as 3.12 and 3.12 radians
      const part = (2 / classes) * 3.12;
      const theta = linspace(j * part, (j + 1) * part, count).map(value => value + random.randn() * noise);
      const radius = theta.map(value => 4 * roundedSine(4 * value) + random.randn() * noise);
      for (let k = 0; k < count; k++, i++) {
        X[2 * i] = radius[k]! * roundedSine(theta[k]!);
        X[2 * i + 1] = radius[k]! * roundedCosine(theta[k]!);
        labels[i] = j;
      }
    }
    return { X, labels };
  },
};
