import { convolution, dense, drop, maxPool } from '../pictureLayers';
import { flatten } from '../proposedLayer';
import type { KnownNetwork, Picture } from './knownNetwork';

/** What the pools leave of a side. */
const left = (side: number) => {
  const afterPool = (n: number) => Math.floor((n - 3) / 2) + 1;
  return afterPool(afterPool(afterPool(Math.floor((side + 4 - 11) / 4) + 1)));
};
const leftOf = ({ height, width }: Picture) => `${left(height)} × ${left(width)} × 256`;

/** In one column, with its numbers of filters, as torchvision has it. */
export const alexnet: KnownNetwork = {
  title: 'AlexNet',
  summary: 'Won ImageNet in 2012 and began deep learning: five convolutions, three wide dense layers.',
  year: 2012,
  source: 'Krizhevsky, Sutskever and Hinton, 2012, in one column: Krizhevsky, One Weird Trick, 2014',
  published: {
    picture: { height: 224, width: 224, channels: 3 },
    units: 1000,
    parameters: 61_100_840,
    as: 'torchvision',
  },
  smallest: 63,
  answers: 'once',
  learningRate: 0.0001,
  layers: (_, { units, activation }) => [
    convolution('conv1', 64, 11, { stride: 4, padding: 2, activation: 'relu' }),
    maxPool('pool1', 3, 2),
    convolution('conv2', 192, 5, { padding: 2, activation: 'relu' }),
    maxPool('pool2', 3, 2),
    convolution('conv3', 384, 3, { padding: 1, activation: 'relu' }),
    convolution('conv4', 256, 3, { padding: 1, activation: 'relu' }),
    convolution('conv5', 256, 3, { padding: 1, activation: 'relu' }),
    maxPool('pool5', 3, 2),
    flatten,
    drop('drop6', 0.5),
    dense('fc6', 4096, 'relu', 'he'),
    drop('drop7', 0.5),
    dense('fc7', 4096, 'relu', 'he'),
    dense('fc8', units, activation, 'xavier'),
  ],
  otherwise: picture =>
    leftOf(picture) === '6 × 6 × 256'
      ? undefined
      : `fc6 takes the ${leftOf(picture)} values that the pools leave, not 6 × 6 × 256`,
};
