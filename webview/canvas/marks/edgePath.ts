import type { Orientation } from '../../state';
import type { Point } from '../layout/layoutNode';
import type { SceneEdge, SceneLayer } from '../scene/scene';

/** Where edges leave a card and where they come in: on its border, level with the figure. */
export function outPort({ at, size: { extent, port } }: SceneLayer, orientation: Orientation): Point {
  return orientation === 'horizontal'
    ? { x: at.x + (port ?? extent.right), y: at.y }
    : { x: at.x, y: at.y + (port ?? extent.bottom) };
}

export function inPort({ at, size: { extent, port } }: SceneLayer, orientation: Orientation): Point {
  return orientation === 'horizontal'
    ? { x: at.x - (port ?? extent.left), y: at.y }
    : { x: at.x, y: at.y - (port ?? extent.top) };
}

/**
 * The path of an edge: straight where its ends face each other, else smooth through the points it passes. It begins
 * `inset` pixels after the layer.
 */
export function edgePath(edge: SceneEdge, orientation: Orientation, inset = 0): string {
  const out = outPort(edge.from, orientation);
  const start =
    orientation === 'horizontal' ? { x: out.x + inset, y: out.y } : { x: out.x, y: out.y + inset };
  return smoothPath([start, ...edge.through, inPort(edge.to, orientation)], orientation);
}

/** How round the corners are where an edge goes on to the next line, in pixels. */
const CORNER = 12;

/** Curves that leave and reach every point along the flow; with corners where an edge goes on to the next line. */
export function smoothPath(points: readonly Point[], orientation: Orientation): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const horizontal = orientation === 'horizontal';
  const along = ({ x, y }: Point) => (horizontal ? x : y);
  const across = ({ x, y }: Point) => (horizontal ? y : x);
  const at = (a: number, b: number) => (horizontal ? `${a} ${b}` : `${b} ${a}`);
  let path = `M${first.x} ${first.y}`;
  let last = first;
  for (const [i, point] of rest.entries()) {
    const [a0, b0, a1, b1] = [along(last), across(last), along(point), across(point)];
    if (a0 !== a1 && b0 !== b1) {
      const middle = (a0 + a1) / 2;
      path += `C${at(middle, b0)} ${at(middle, b1)} ${at(a1, b1)}`;
    } else {
      const next = rest[i + 1];
      const [a2, b2] = next ? [along(next), across(next)] : [a1, b1];
      const corner = (a0 === a1 && b1 === b2 && a1 !== a2) || (b0 === b1 && a1 === a2 && b1 !== b2);
      const round = corner ? Math.min(CORNER, span(a0, b0, a1, b1) / 2, span(a1, b1, a2, b2) / 2) : 0;
      path += lineTo(at, a1 - Math.sign(a1 - a0) * round, b1 - Math.sign(b1 - b0) * round, a0, b0);
      if (corner)
        path += `Q${at(a1, b1)} ${at(a1 + Math.sign(a2 - a1) * round, b1 + Math.sign(b2 - b1) * round)}`;
    }
    last = point;
  }
  return path;
}

const span = (a0: number, b0: number, a1: number, b1: number) => Math.abs(a1 - a0) + Math.abs(b1 - b0);

function lineTo(at: (a: number, b: number) => string, a: number, b: number, a0: number, b0: number): string {
  return a === a0 && b === b0 ? '' : `L${at(a, b)}`;
}

/** The middle of the first stretch, or of that to the next line, where the tensor's shape stands. */
export function edgeMiddle(edge: SceneEdge, orientation: Orientation): Point {
  const points = [outPort(edge.from, orientation), ...edge.through, inPort(edge.to, orientation)];
  const along = ({ x, y }: Point) => (orientation === 'horizontal' ? x : y);
  // at once out of the line, or a stretch of the flow
  const first = points[3] && along(points[1]!) === along(points[2]!) ? 2 : 0;
  const [a, b] = [points[first]!, points[first + 1]!];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** A line from every neuron to every neuron: the weights. */
export function weightsPath({ from, to }: SceneEdge, orientation: Orientation): string {
  const reach = (layer: SceneLayer) => layer.size.figure.size(layer.card).along / 2;
  let path = '';
  for (const a of from.size.figure.neurons?.(from.card) ?? []) {
    for (const b of to.size.figure.neurons?.(to.card) ?? []) {
      path +=
        orientation === 'horizontal'
          ? `M${from.at.x + reach(from)} ${from.at.y + a}L${to.at.x - reach(to)} ${to.at.y + b}`
          : `M${from.at.x + a} ${from.at.y + reach(from)}L${to.at.x + b} ${to.at.y - reach(to)}`;
    }
  }
  return path;
}
