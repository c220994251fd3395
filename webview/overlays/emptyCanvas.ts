import type { NetworkEdit } from '../../src/core/network/edit';
import type { Overlay } from '../canvas/canvasContext';
import { part } from '../dom/part';

/** What to do where there is no network yet. */
export const emptyCanvas: Overlay = (root, { state, scene, actions, focusSelection }) => {
  const shown = state.document !== undefined && scene.layers.size === 0 && !root.querySelector('.notice');
  const box = part(root, 'div', 'empty', shown);
  if (!box?.selectChild('h2').empty()) return;
  box.append('h2').text('No layers yet');
  box.append('p').text('Begin with an input layer, or let Layerwise propose a network that fits your data.');
  const buttons = box.append('div').attr('class', 'buttons');
  buttons
    .append('button')
    .attr('class', 'primary')
    .text('New Network…')
    .on('click', () => actions.send({ type: 'command', command: 'new-network' }));
  buttons
    .append('button')
    .attr('class', 'secondary')
    .text('Start with Three Layers')
    .on('click', () => {
      actions.edit(...threeLayers);
      actions.set({ announcement: 'Added an input, a hidden and an output layer.' });
      focusSelection();
    });
};

/** The notes' network with one hidden layer. */
const threeLayers: readonly NetworkEdit[] = [
  { kind: 'add-layer', type: 'input', id: 'input', fields: { shape: [2] } },
  {
    kind: 'add-layer',
    type: 'dense',
    id: 'hidden',
    after: 'input',
    fields: { units: 4, activation: 'tanh' },
  },
  {
    kind: 'add-layer',
    type: 'dense',
    id: 'output',
    after: 'hidden',
    fields: { units: 1, activation: 'sigmoid' },
  },
];
