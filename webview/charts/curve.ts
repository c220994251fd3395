import { line, scaleLinear, select } from 'd3';
import type { Activation } from '../../src/core/activations';

const WIDTH = 56;
const HEIGHT = 40;
const REACH = 4;
const SAMPLES = 65;

/**
 * The curve of g(z) for z from −4 to 4, and fainter its slope g′(z), computed by the activation itself. Softmax is shown
 * against a second z of 0.
 */
export function curve(root: HTMLElement, g: Activation): void {
  const points: [number, number][] = [];
  const slopes: [number, number][] = [];
  const [A, dZ] = [new Float64Array(2), new Float64Array(2)];
  for (let i = 0; i < SAMPLES; i++) {
    const z = -REACH + (2 * REACH * i) / (SAMPLES - 1);
    const Z = Float64Array.of(z, 0);
    g.forward(Z, A, 0, 2);
    g.backward(Z, A, Float64Array.of(1, 0), dZ, 0, 2);
    points.push([z, A[0]!]);
    slopes.push([z, dZ[0]!]);
  }
  const values = [...points, ...slopes].map(([, a]) => a);
  const highest = Math.max(...values);
  const lowest = Math.min(0, ...values);
  const x = scaleLinear([-REACH, REACH], [2, WIDTH - 2]);
  const y = scaleLinear([lowest, highest], [HEIGHT - 3, 3]);
  const svg = select(root)
    .selectAll<SVGSVGElement, Activation>('svg')
    .data([g])
    .join('svg')
    .attr('class', 'curve')
    .attr('viewBox', `0 0 ${WIDTH} ${HEIGHT}`)
    .attr('aria-hidden', 'true');
  const axes = `M0,${y(0)}H${WIDTH}M${x(0)},0V${HEIGHT}`;
  svg.selectAll('path.axes').data([axes]).join('path').attr('class', 'axes').attr('d', axes);
  const path = line<[number, number]>(
    ([z]) => x(z),
    ([, a]) => y(a),
  );
  const slope = path(slopes);
  svg.selectAll('path.slope').data([slope]).join('path').attr('class', 'slope').attr('d', slope);
  const value = path(points);
  svg.selectAll('path.value').data([value]).join('path').attr('class', 'value').attr('d', value);
}
