import { activate, averageAll, convolution, drop, join, maxPool } from '../pictureLayers';
import type { ProposedLayer } from '../proposedLayer';
import type { KnownNetwork } from './knownNetwork';

/** Squeezes to few channels by 1 × 1, and expands them by 1 × 1 and 3 × 3 side by side. */
function fire(n: number, squeezed: number, expanded: number): ProposedLayer[] {
  const id = `fire${n}`;
  const inputs = [`${id}.squeeze`];
  return [
    convolution(`${id}.squeeze`, squeezed, 1, { activation: 'relu' }),
    convolution(`${id}.expand1x1`, expanded, 1, { activation: 'relu' }),
    convolution(`${id}.expand3x3`, expanded, 3, { inputs, padding: 1, activation: 'relu' }),
    join(`${id}.concat`, 'concatenate', [`${id}.expand1x1`, `${id}.expand3x3`]),
  ];
}

/** Its pools leave out a column that doesn't fill them, where torchvision's take it: at 224 × 224 there is none. */
export const squeezenet11: KnownNetwork = {
  title: 'SqueezeNet 1.1',
  summary: 'As good as AlexNet with a fiftieth of its weights: no dense layer at all.',
  year: 2016,
  source: 'Iandola, Han, Moskewicz, Ashraf, Dally and Keutzer, SqueezeNet, 2016, version 1.1',
  published: { picture: { height: 224, width: 224, channels: 3 }, units: 1000, parameters: 1_235_496 },
  smallest: 31,
  answers: 'once',
  layers: (_, { units, activation }) => [
    convolution('conv1', 64, 3, { stride: 2, activation: 'relu' }),
    maxPool('pool1', 3, 2),
    ...fire(2, 16, 64),
    ...fire(3, 16, 64),
    maxPool('pool3', 3, 2),
    ...fire(4, 32, 128),
    ...fire(5, 32, 128),
    maxPool('pool5', 3, 2),
    ...fire(6, 48, 192),
    ...fire(7, 48, 192),
    ...fire(8, 64, 256),
    ...fire(9, 64, 256),
    drop('drop9', 0.5),
    // a ReLU leaves nothing below 0, of which a softmax makes probabilities all the same, but a sigmoid none below a half
    convolution('conv10', units, 1, { ...(activation === 'softmax' && { activation: 'relu' }) }),
    averageAll,
    activate('output', activation),
  ],
};
