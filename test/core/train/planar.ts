import { Random } from '../../../src/core/random';
import { roundedCosine, roundedSine } from '../../../src/core/roundedSine';
import { arrayDataset } from './arrayDataset';

/**
 * The planar data of the course, by its seeded recipe: 200 points for each of two classes on a flower,
 * `np.random.seed(1)`, θ = linspace(3.12·j, 3.12·(j + 1), 200) + 0.2·randn(200), r = 4·sin(4θ) + 0.2·randn(200).
 */
export function planarData() {
  const random = new Random(1);
  const inputs: number[][] = [];
  const labels: number[][] = [];
  for (const j of [0, 1]) {
    const start = 3.12 * j;
    const stop = 3.12 * (j + 1);
    const step = (stop - start) / 199;
    const line = Array.from({ length: 200 }, (_, i) => (i < 199 ? i * step + start : stop));
    const angles = line.map(t => t + random.randn() * 0.2);
    for (const angle of angles) {
      const radius = 4 * roundedSine(4 * angle) + random.randn() * 0.2;
      inputs.push([radius * roundedSine(angle), radius * roundedCosine(angle)]);
      labels.push([j]);
    }
  }
  return arrayDataset(inputs, labels);
}
