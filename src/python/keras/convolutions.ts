import type { Entry, Family } from '../ops/entry';
import { type Dim, floorDivide, isNumber, minus, plus, product, times } from '../sizes/size';
import { type LayerCall, layer, type Outcome } from './graph/layer';
import { type Maps, mapsOf, paddingOf, perAxis, slid } from './graph/windows';

/** `third` is what stands at the place of the strides without a name. */
const parameters =
  'filters=None, kernel_size=None, third=None, padding=None, data_format=None, dilation_rate=None, groups=1, activation=None, use_bias=True, *, strides=None';
const separable =
  'filters=None, kernel_size=None, strides=None, padding=None, data_format=None, dilation_rate=None, depth_multiplier=1, activation=None, use_bias=True';
const depthwise =
  'kernel_size=None, strides=None, padding=None, depth_multiplier=1, data_format=None, dilation_rate=None, activation=None, use_bias=True';
const transposed =
  'filters=None, kernel_size=None, strides=None, padding=None, output_padding=None, data_format=None, dilation_rate=None, activation=None, use_bias=True';

/** `Conv2D(32, 3, 3)` is a window of 3 with a stride of 3; for Keras without TensorFlow it was one of (3, 3). */
function isOldWindow(conv: LayerCall, rank: number): boolean {
  const [size, third] = [conv.value('kernel_size'), conv.value('third')];
  return rank > 1 && size?.kind === 'int' && third?.kind === 'int' && conv.call.imported.has('keras');
}

function windowOf(conv: LayerCall, rank: number) {
  return {
    sizes: perAxis(conv.value('kernel_size'), rank, undefined),
    strides: perAxis(conv.value('strides') ?? conv.value('third'), rank, 1),
    dilation: perAxis(conv.value('dilation_rate'), rank, 1),
    padding: paddingOf(conv),
  };
}

function learned(conv: LayerCall, weights: Dim, filters: Dim): Dim {
  const bias = conv.flag('use_bias', true);
  return bias === undefined ? undefined : plus(weights, bias ? filters : 0);
}

function convolved(
  conv: LayerCall,
  shape: readonly Dim[],
  rank: number,
  made: (maps: Maps, kernel: readonly Dim[]) => { readonly filters: Dim; readonly weights: Dim },
): Outcome | undefined {
  const maps = mapsOf(conv, shape, rank);
  if (!maps || !conv.takesChannels(maps.channels)) return undefined;
  const window = windowOf(conv, rank);
  const { filters, weights } = made(maps, window.sizes);
  if (isOldWindow(conv, rank))
    return {
      shape: maps.with(
        maps.sizes.map(() => undefined),
        filters,
      ),
    };
  const sizes = slid(conv, maps, window);
  return sizes && { shape: maps.with(sizes, filters), parameters: learned(conv, weights, filters) };
}

function plain(rank: number, names: readonly string[]): Entry {
  return layer({
    names: names.map(name => `keras.layers.${name}`),
    parameters,
    output: (conv, shape) =>
      convolved(conv, shape, rank, ({ channels }, kernel) => {
        const filters = conv.size('filters');
        const groups = conv.value('groups') ? conv.size('groups') : 1;
        return { filters, weights: product([...kernel, floorDivide(channels, groups), filters]) };
      }),
  });
}

/** The size that a transposed convolution spreads `size` to. */
function spread(
  size: Dim,
  kernel: Dim,
  stride: Dim,
  dilation: Dim,
  extra: Dim | null,
  padding: string | undefined,
): Dim {
  const span = plus(times(minus(kernel, 1), dilation), 1);
  if (padding === undefined) return undefined;
  if (extra === null) {
    if (padding === 'same') return times(size, stride);
    const beyond = minus(span, stride);
    if (!isNumber(beyond)) return undefined;
    return plus(times(size, stride), Math.max(beyond, 0));
  }
  const pad = padding === 'same' ? floorDivide(span, 2) : 0;
  return plus(minus(plus(times(minus(size, 1), stride), span), times(pad, 2)), extra);
}

function spreading(rank: number, names: readonly string[]): Entry {
  return layer({
    names: names.map(name => `keras.layers.${name}`),
    parameters: transposed,
    output: (conv, shape) => {
      const maps = mapsOf(conv, shape, rank);
      if (!maps || !conv.takesChannels(maps.channels)) return undefined;
      const { sizes, strides, dilation, padding } = windowOf(conv, rank);
      const filters = conv.size('filters');
      const extra = conv.value('output_padding');
      const more = extra ? perAxis(extra, rank, undefined) : undefined;
      const out = maps.sizes.map((size, i) =>
        spread(size, sizes[i], strides[i], dilation[i], more ? more[i] : null, padding),
      );
      return {
        shape: maps.with(out, filters),
        parameters: learned(conv, product([...sizes, maps.channels, filters]), filters),
      };
    },
  });
}

export const convolutions: Family = {
  title: 'Convolutions',
  about:
    'A window larger than what is left of its input is an error, as is an input without channels. `channels_first` is known where the layer or the program says so.',
  entries: [
    plain(1, ['Conv1D', 'Convolution1D']),
    plain(2, ['Conv2D', 'Convolution2D']),
    plain(3, ['Conv3D', 'Convolution3D']),
    spreading(1, ['Conv1DTranspose']),
    spreading(2, ['Conv2DTranspose', 'Convolution2DTranspose', 'Deconvolution2D']),
    spreading(3, ['Conv3DTranspose']),
    layer({
      names: ['keras.layers.SeparableConv2D', 'keras.layers.SeparableConvolution2D'],
      parameters: separable,
      output: (conv, shape) =>
        convolved(conv, shape, 2, ({ channels }, kernel) => {
          const filters = conv.size('filters');
          const deep = times(channels, conv.value('depth_multiplier') ? conv.size('depth_multiplier') : 1);
          return { filters, weights: plus(product([...kernel, deep]), times(deep, filters)) };
        }),
    }),
    layer({
      names: ['keras.layers.DepthwiseConv2D'],
      parameters: depthwise,
      output: (conv, shape) =>
        convolved(conv, shape, 2, ({ channels }, kernel) => {
          const deep = times(channels, conv.value('depth_multiplier') ? conv.size('depth_multiplier') : 1);
          return { filters: deep, weights: product([...kernel, deep]) };
        }),
    }),
  ],
};
