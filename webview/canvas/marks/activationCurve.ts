import { activations } from '../../../src/core/activations';

const RANGE = 3;
const STEPS = 24;

/** The curve of an activation in a box of this size, as a path; undefined for an activation there is none of. */
export function activationCurve(type: string, width: number, height: number): string | undefined {
  const activation = activations.find(each => each.type === type);
  if (!activation) return undefined;
  const Z = Float64Array.from({ length: STEPS + 1 }, (_, i) => ((2 * i) / STEPS - 1) * RANGE);
  const A = new Float64Array(Z.length);
  // one value an example, except for softmax, which shows how one of two values wins
  for (let i = 0; i < Z.length; i++) {
    const pair = Float64Array.of(Z[i]!, 0);
    const out = new Float64Array(2);
    activation.forward(pair, out, 0, type === 'softmax' ? 2 : 1);
    A[i] = out[0]!;
  }
  const low = Math.min(...A);
  const high = Math.max(...A);
  const points = Array.from(A, (a, i) => {
    const x = (i / STEPS) * width;
    const y = height - ((a - low) / (high - low || 1)) * height;
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}
