import { line, scaleLinear, select } from 'd3';
import type { Activation } from '../../src/core/activations';

const WIDTH = 56;
const HEIGHT = 40;
const REACH = 4;
const SAMPLES = 65;

/** The curve of g(z) for z from −4 to 4, computed by the activation itself. Softmax is shown against a second z of 0. */
export function curve(root: HTMLElement, g: Activation): void {
  const points: [number, number][] = [];
  const A = new Float64Array(2);
  for (let i = 0; i < SAMPLES; i++) {
    const z = -REACH + (2 * REACH * i) / (SAMPLES - 1);
    g.forward(Float64Array.of(z, 0), A, 0, 2);
    points.push([z, A[0]!]);
  }
  const highest = Math.max(...points.map(([, a]) => a));
  const lowest = Math.min(0, ...points.map(([, a]) => a));
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
  )(points);
  svg.selectAll('path.value').data([path]).join('path').attr('class', 'value').attr('d', path);
}
