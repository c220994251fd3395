import type { Orientation } from '../../state';
import type { Point } from '../layout/layoutNode';
import type { SceneEdge, SceneLayer } from '../scene/scene';

/** Where edges leave a card and where they come in: on its border, level with the figure. */
export function outPort({ at, size }: SceneLayer, orientation: Orientation): Point {
  return orientation === 'horizontal'
    ? { x: at.x + size.extent.right, y: at.y }
    : { x: at.x, y: at.y + size.extent.bottom };
}

export function inPort({ at, size }: SceneLayer, orientation: Orientation): Point {
  return orientation === 'horizontal'
    ? { x: at.x - size.extent.left, y: at.y }
    : { x: at.x, y: at.y - size.extent.top };
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

/** Curves that leave and reach every point along the flow. */
export function smoothPath([first, ...rest]: readonly Point[], orientation: Orientation): string {
  if (!first) return '';
  let path = `M${first.x} ${first.y}`;
  let last = first;
  for (const point of rest) {
    if (orientation === 'horizontal') {
      const middle = (last.x + point.x) / 2;
      path +=
        last.y === point.y
          ? `H${point.x}`
          : `C${middle} ${last.y} ${middle} ${point.y} ${point.x} ${point.y}`;
    } else {
      const middle = (last.y + point.y) / 2;
      path +=
        last.x === point.x
          ? `V${point.y}`
          : `C${last.x} ${middle} ${point.x} ${middle} ${point.x} ${point.y}`;
    }
    last = point;
  }
  return path;
}

/** The middle of the first stretch, where the tensor's shape stands. */
export function edgeMiddle(edge: SceneEdge, orientation: Orientation): Point {
  const from = outPort(edge.from, orientation);
  const to = edge.through[0] ?? inPort(edge.to, orientation);
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
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
