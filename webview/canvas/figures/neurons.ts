import { subscripted } from '../marks/subscripted';
import type { LayerCard } from '../scene/layerCard';
import { type Figure, flowPoint, type Group } from './figure';

/** More than this many, and a block with the count says more. */
export const MOST_NEURONS = 12;
export const RADIUS = 10;

/** A small layer of vectors: one circle a unit. */
export const neurons: Figure = {
  name: 'neurons',
  fits: ({ output }) =>
    output?.length === 1 && typeof output[0] === 'number' && output[0] >= 1 && output[0] <= MOST_NEURONS,
  size: card => ({ along: 2 * RADIUS, across: (count(card) - 1) * spacing(card) + 2 * RADIUS }),
  neurons: places,
  draw(group, card, orientation) {
    for (const [i, across] of places(card).entries()) {
      const { x, y } = flowPoint(0, across, orientation);
      group.append('circle').attr('class', 'neuron').attr('cx', x).attr('cy', y).attr('r', RADIUS);
      if (orientation === 'horizontal') label(group, card, i, y);
      if (card.role === 'input') symbol(group, `x_${i + 1}`, x, y);
      else if (card.role === 'output') symbol(group, count(card) === 1 ? 'ŷ' : `ŷ_${i + 1}`, x, y);
    }
  },
};

function symbol(group: Group, text: string, x: number, y: number) {
  const node = group
    .append('text')
    .attr('class', 'neuron-symbol')
    .attr('x', x)
    .attr('y', y + 3);
  subscripted(node, text);
}

/** The column or class, on the side where no edges are. */
function label(group: Group, { names, role }: LayerCard, i: number, y: number) {
  const name = names?.[i];
  if (name === undefined) return;
  const side = role === 'input' ? -1 : 1;
  group
    .append('text')
    .attr('class', 'neuron-name')
    .attr('x', side * (RADIUS + 8))
    .attr('y', y + 4)
    .attr('text-anchor', side < 0 ? 'end' : 'start')
    .text(name.length > 12 ? `${name.slice(0, 11)}…` : name)
    .append('title')
    .text(name);
}

function count({ output }: LayerCard): number {
  return output?.[0] as number;
}

function spacing(card: LayerCard): number {
  return count(card) <= 6 ? 32 : 24;
}

function places(card: LayerCard): number[] {
  const n = count(card);
  return Array.from({ length: n }, (_, i) => (i - (n - 1) / 2) * spacing(card));
}
