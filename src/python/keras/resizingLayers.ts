import type { Entry, Family } from '../ops/entry';
import { type Dim, isNumber, minus, plus, times } from '../sizes/size';
import { formatDims } from '../values/words';
import { type LayerCall, layer } from './graph/layer';
import { aroundAxes, mapsOf, perAxis } from './graph/windows';

function resizing(
  name: string,
  rank: number,
  parameters: string,
  sizesOf: (resize: LayerCall, sizes: readonly Dim[]) => readonly Dim[] | undefined,
): Entry {
  return layer({
    names: [`keras.layers.${name}${rank}D`],
    parameters,
    output: (resize, shape) => {
      const maps = mapsOf(resize, shape, rank);
      const sizes = maps && sizesOf(resize, maps.sizes);
      return sizes && { shape: maps.with(sizes, maps.channels), parameters: 0 };
    },
  });
}

const ranked = (rank: number): readonly Entry[] => [
  resizing('ZeroPadding', rank, 'padding=None, data_format=None', (pad, sizes) => {
    const more = aroundAxes(pad.value('padding'), rank, 1);
    return sizes.map((size, i) => plus(size, more[i]));
  }),
  resizing('Cropping', rank, 'cropping=None, data_format=None', (crop, sizes) => {
    const less = aroundAxes(crop.value('cropping'), rank, rank === 2 ? 0 : 1);
    const left = sizes.map((size, i) => minus(size, less[i]));
    if (left.some(size => isNumber(size) && size <= 0)) {
      crop.report({
        code: 'negative-dimension',
        message: `${crop.words} takes ${formatDims(less)} away, but its input has only ${formatDims(sizes)}: nothing would be left.`,
      });
      return undefined;
    }
    return left;
  }),
  resizing('UpSampling', rank, 'size=None, data_format=None, interpolation=None', (up, sizes) => {
    const factors = perAxis(up.value('size') ?? up.value('length'), rank, 2);
    return sizes.map((size, i) => times(size, factors[i]));
  }),
];

export const resizingLayers: Family = {
  title: 'Padding, cropping and upsampling',
  about: 'Zeros around maps, edges cut off, rows and columns repeated.',
  entries: [1, 2, 3].flatMap(ranked),
};
