import type { Entry, Family } from '../ops/entry';
import { type Dim, times } from '../sizes/size';
import { int, itemsOf, sizeIn } from '../values/value';
import { layer } from './graph/layer';
import { channelsFirst } from './graph/windows';

/** Layers that keep the shape and learn nothing. */
const same: readonly (readonly [string, string])[] = [
  ['Activation', 'activation=None'],
  ['Dropout', 'rate=None, noise_shape=None, seed=None'],
  ['SpatialDropout1D', 'rate=None'],
  ['SpatialDropout2D', 'rate=None, data_format=None'],
  ['SpatialDropout3D', 'rate=None, data_format=None'],
  ['AlphaDropout', 'rate=None, noise_shape=None, seed=None'],
  ['GaussianDropout', 'rate=None'],
  ['GaussianNoise', 'stddev=None'],
  ['ReLU', 'max_value=None, negative_slope=0, threshold=0'],
  ['LeakyReLU', 'alpha=None'],
  ['ELU', 'alpha=1.0'],
  ['ThresholdedReLU', 'theta=1.0'],
  ['Softmax', 'axis=-1'],
  ['Masking', 'mask_value=0.0'],
  ['ActivityRegularization', 'l1=0.0, l2=0.0'],
  ['Rescaling', 'scale=None, offset=0.0'],
  ['RandomFlip', 'mode=None, seed=None'],
  ['RandomRotation', 'factor=None'],
  ['RandomZoom', 'height_factor=None, width_factor=None'],
  ['RandomContrast', 'factor=None'],
  ['RandomTranslation', 'height_factor=None, width_factor=None'],
];

/** Layers that keep the shape and learn some numbers for each place along an axis. */
function perFeature(name: string, parameters: string, count: number): Entry {
  return layer({
    names: [`keras.layers.${name}`],
    parameters,
    output: (norm, shape) => {
      const axis = norm.value('axis') ?? int(-1);
      const places = itemsOf(axis)?.map(sizeIn) ?? [sizeIn(axis)];
      const [place] = places;
      const features: Dim = places.length === 1 && typeof place === 'number' ? shape.at(place) : undefined;
      if (places.length === 1 && !norm.takesChannels(features)) return undefined;
      const plain = norm.flag('scale', true) && norm.flag('center', true);
      return { shape, ...(plain && { parameters: times(features, count) }) };
    },
  });
}

export const elementwise: Family = {
  title: 'Layers that keep the shape',
  about: '`Activation`, `Dropout`, `BatchNormalization` and the like.',
  entries: [
    ...same.map(([name, parameters]) =>
      layer({
        names: [`keras.layers.${name}`],
        parameters,
        output: (_, shape) => ({ shape, parameters: 0 }),
      }),
    ),
    perFeature('BatchNormalization', 'axis=-1, momentum=0.99, epsilon=0.001, center=True, scale=True', 4),
    perFeature('LayerNormalization', 'axis=-1, epsilon=0.001, center=True, scale=True', 2),
    layer({
      names: ['keras.layers.PReLU'],
      parameters: 'alpha_initializer=None, alpha_regularizer=None, alpha_constraint=None, shared_axes=None',
      output: (prelu, shape) => ({
        shape,
        ...(!prelu.value('shared_axes') && {
          parameters: shape.slice(1).reduce<Dim>((all, size) => times(all, size), 1),
        }),
      }),
    }),
    layer({
      names: ['keras.layers.Resizing'],
      parameters: 'height=None, width=None, interpolation=None, crop_to_aspect_ratio=False',
      output: (resize, shape) => {
        if (shape.length !== 4 || channelsFirst(resize) !== false) return undefined;
        return {
          shape: [shape[0], resize.size('height'), resize.size('width'), shape[3]],
          parameters: 0,
        };
      },
    }),
  ],
};
