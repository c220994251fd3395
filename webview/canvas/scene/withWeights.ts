import type { Orientation } from '../../state';
import type { SceneEdge } from './scene';

/**
 * Edges with their weights drawn, a line from neuron to neuron, where there are weights, both ends show their neurons and
 * face each other. Branches of one layer look alike: where one of them can't be drawn so, none is.
 */
export function withWeights(edges: readonly SceneEdge[], orientation: Orientation): SceneEdge[] {
  const single = new Set(
    edges.filter(edge => hasWeights(edge) && !isStraight(edge, orientation)).map(({ from }) => from.card.id),
  );
  return edges.map(edge => {
    const weighted = hasWeights(edge) && !single.has(edge.from.card.id);
    return weighted === edge.weighted ? edge : { ...edge, weighted };
  });
}

function hasWeights({ from, to }: SceneEdge): boolean {
  return (
    (to.card.report?.parameters.length ?? 0) > 0 &&
    from.size.figure.neurons !== undefined &&
    to.size.figure.neurons !== undefined
  );
}

function isStraight({ from, to, through }: SceneEdge, orientation: Orientation): boolean {
  const level = orientation === 'horizontal' ? from.at.y === to.at.y : from.at.x === to.at.x;
  return level && through.length === 0;
}
