import { bottleneck, residualLayers } from '../residual';
import type { KnownNetwork } from './knownNetwork';

export const resnet50: KnownNetwork = {
  title: 'ResNet-50',
  summary: 'Fifty layers in blocks of three convolutions, each with a skip over it.',
  year: 2015,
  source: 'He, Zhang, Ren and Sun, Deep Residual Learning for Image Recognition, 2015',
  published: {
    picture: { height: 224, width: 224, channels: 3 },
    units: 1000,
    parameters: 25_557_032,
    as: 'torchvision',
  },
  smallest: 1,
  answers: 'once',
  layers: (_, head) => residualLayers(bottleneck, [3, 4, 6, 3], head),
};
