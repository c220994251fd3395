import type { Figure } from './figure';

const RADIUS = 18;

/** Where branches meet: a small circle with the layer's sign. */
export const joint: Figure = {
  name: 'joint',
  fits: ({ definition }) => definition?.arity === 'many',
  size: () => ({ along: 2 * RADIUS, across: 2 * RADIUS }),
  draw(group, { layer }) {
    group.append('circle').attr('class', 'joint').attr('r', RADIUS);
    const sign = layer.type === 'add' ? 'M-7 0H7M0 -7V7' : 'M-3 -8V8M3 -8V8';
    group.append('path').attr('class', 'joint-sign').attr('d', sign);
  },
};
