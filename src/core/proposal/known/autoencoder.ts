import { frameTo } from '../frame';
import { convolution, dense, enlarge } from '../pictureLayers';
import { flatten } from '../proposedLayer';
import type { KnownNetwork } from './knownNetwork';

/** Values that a picture has to pass through. */
const code = 32;

/** Two convolutions that halve, a code, and two that double: what it gives is to be what it was given. */
export const autoencoder: KnownNetwork = {
  title: 'Autoencoder',
  summary: `Gives a picture back through ${code} values, and so learns what matters in it. It needs no labels.`,
  year: 2006,
  source: 'after Hinton and Salakhutdinov, Reducing the Dimensionality of Data with Neural Networks, 2006',
  published: { picture: { height: 28, width: 28, channels: 1 }, units: 1, parameters: 113_089 },
  smallest: 1,
  answers: 'its-input',
  layers(picture, { units, activation }) {
    const { around, off, height, width } = frameTo(4, picture);
    const shape = [height / 4, width / 4, 32];
    return [
      ...around,
      { comment: 'encodes' },
      convolution('encode1', 16, 3, { stride: 2, padding: 1, activation: 'relu' }),
      convolution('encode2', 32, 3, { stride: 2, padding: 1, activation: 'relu' }),
      flatten,
      dense('code', code, 'relu', 'he'),
      { comment: 'decodes' },
      dense(
        'decode',
        shape.reduce((product, size) => product * size),
        'relu',
        'he',
      ),
      { id: 'reshape', type: 'reshape', shape },
      enlarge('decode1', 32),
      enlarge('decode2', 16),
      ...off,
      convolution('output', units, 3, { padding: 1, activation, initializer: 'xavier' }),
    ];
  },
  otherwise: picture => frameTo(4, picture).words,
};
