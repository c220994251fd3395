import { convolution, dense } from '../pictureLayers';
import { flatten, type ProposedLayer } from '../proposedLayer';
import type { KnownNetwork, Picture } from './knownNetwork';

/** The original is for 32 × 32, digits of 28 × 28 in a frame of two pixels, which is what a padding of 2 puts around them. */
const isFramed = ({ height, width }: Picture) => Math.min(height, width) < 32;

const averagePool = (id: string): ProposedLayer => ({ id, type: 'average-pool2d', poolSize: 2 });

/**
 * LeNet-5 as it is mostly written today: each kernel of conv2 sees all six channels, a pool has no weights, and the last layer
 * is dense.
 */
export const lenet5: KnownNetwork = {
  title: 'LeNet-5',
  summary: 'Reads digits: two convolutions, three dense layers.',
  year: 1998,
  source: 'LeCun, Bottou, Bengio and Haffner, Gradient-Based Learning Applied to Document Recognition, 1998',
  published: { picture: { height: 28, width: 28, channels: 1 }, units: 10, parameters: 61_706 },
  smallest: 12,
  answers: 'once',
  layers: (picture, { units, activation }) => [
    convolution('conv1', 6, 5, {
      ...(isFramed(picture) && { padding: 2 }),
      activation: 'tanh',
      initializer: 'xavier',
    }),
    averagePool('pool1'),
    convolution('conv2', 16, 5, { activation: 'tanh', initializer: 'xavier' }),
    averagePool('pool2'),
    flatten,
    dense('fc1', 120, 'tanh', 'xavier'),
    dense('fc2', 84, 'tanh', 'xavier'),
    dense('fc3', units, activation, 'xavier'),
  ],
};
