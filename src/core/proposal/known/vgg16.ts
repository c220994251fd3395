import { convolution, dense, drop, maxPool } from '../pictureLayers';
import { flatten } from '../proposedLayer';
import type { KnownNetwork, Picture } from './knownNetwork';

/** Filters of each block, and how many convolutions it has. */
const blocks = [
  [64, 2],
  [128, 2],
  [256, 3],
  [512, 3],
  [512, 3],
] as const;

const leftOf = ({ height, width }: Picture) => `${Math.floor(height / 32)} × ${Math.floor(width / 32)} × 512`;

export const vgg16: KnownNetwork = {
  title: 'VGG-16',
  summary: 'Small kernels, one after another: 13 convolutions of 3 × 3, three wide dense layers.',
  year: 2014,
  source: 'Simonyan and Zisserman, Very Deep Convolutional Networks for Large-Scale Image Recognition, 2014',
  published: { picture: { height: 224, width: 224, channels: 3 }, units: 1000, parameters: 138_357_544 },
  smallest: 32,
  answers: 'once',
  learningRate: 0.0001,
  layers: (_, { units, activation }) => [
    ...blocks.flatMap(([filters, count], i) => [
      ...Array.from({ length: count }, (_, j) =>
        convolution(`conv${i + 1}_${j + 1}`, filters, 3, { padding: 1, activation: 'relu' }),
      ),
      maxPool(`pool${i + 1}`, 2),
    ]),
    flatten,
    dense('fc6', 4096, 'relu', 'he'),
    drop('drop6', 0.5),
    dense('fc7', 4096, 'relu', 'he'),
    drop('drop7', 0.5),
    dense('fc8', units, activation, 'xavier'),
  ],
  otherwise: picture =>
    leftOf(picture) === '7 × 7 × 512'
      ? undefined
      : `fc6 takes the ${leftOf(picture)} values that the pools leave, not 7 × 7 × 512`,
};
