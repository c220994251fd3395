import { basic, residualLayers } from '../residual';
import type { KnownNetwork } from './knownNetwork';

export const resnet18: KnownNetwork = {
  title: 'ResNet-18',
  summary: 'Skips over every two convolutions let deep networks learn.',
  year: 2015,
  source: 'He, Zhang, Ren and Sun, Deep Residual Learning for Image Recognition, 2015',
  published: { picture: { height: 224, width: 224, channels: 3 }, units: 1000, parameters: 11_689_512 },
  smallest: 1,
  answers: 'once',
  layers: (_, head) => residualLayers(basic, [2, 2, 2, 2], head),
};
