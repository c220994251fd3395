import { frameTo } from '../frame';
import { convolution, enlarge, join, maxPool } from '../pictureLayers';
import type { ProposedLine } from '../proposedLayer';
import type { KnownNetwork } from './knownNetwork';

/** Filters on the way down, and at the bottom. */
const widths = [16, 32, 64];
const bottom = 128;
const halved = 2 ** widths.length;

const pair = (id: string, filters: number) =>
  [1, 2].map(n => convolution(`${id}.conv${n}`, filters, 3, { padding: 1, activation: 'relu' }));

/** A quarter as wide as the original and one level less deep, and padded, so that the mask is as large as the picture. */
export const unet: KnownNetwork = {
  title: 'U-Net (small)',
  summary: 'A picture for each picture, such as a mask: down, up again, and skips across.',
  year: 2015,
  source:
    'Ronneberger, Fischer and Brox, U-Net: Convolutional Networks for Biomedical Image Segmentation, 2015; small',
  published: { picture: { height: 64, width: 64, channels: 1 }, units: 1, parameters: 481_745 },
  smallest: 1,
  answers: 'a-picture',
  layers(picture, { units, activation }) {
    const { around, off } = frameTo(halved, picture);
    const lines: ProposedLine[] = [...around];
    for (const [i, filters] of widths.entries()) {
      const id = `down${i + 1}`;
      lines.push({ comment: `down: ${filters} channels` }, ...pair(id, filters), maxPool(`${id}.pool`, 2));
    }
    lines.push({ comment: 'the bottom' }, ...pair('bottom', bottom));
    for (const [i, filters] of [...widths.entries()].reverse()) {
      const id = `up${i + 1}`;
      lines.push(
        { comment: `up: ${filters} channels, with those that went down` },
        enlarge(`${id}.transpose`, filters),
        join(`${id}.concat`, 'concatenate', [`down${i + 1}.conv2`, `${id}.transpose`]),
        ...pair(id, filters),
      );
    }
    return [...lines, ...off, convolution('output', units, 1, { activation, initializer: 'xavier' })];
  },
  otherwise: picture => frameTo(halved, picture).words,
};
