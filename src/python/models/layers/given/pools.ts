import type { LayerClass } from '../layerClass';
import type { Fault, GivenLayer } from './givenLayer';
import { type Axes, kerasPadding, onAxes, together, torchPadding, windowField } from './windows';

/** A pool of Keras. Old programs call the settings of series otherwise. */
export function kerasPool(type: string, names: readonly string[], axes: Axes): LayerClass {
  return {
    library: 'keras',
    names,
    parameters:
      'pool_size|pool_length=2, strides|stride=None, padding|border_mode="valid", data_format="channels_last"',
    read: given => {
      const { fields, fault } = together([
        windowField(given, 'pool_size', 'poolSize', axes),
        stride(given, 'strides', 'pool_size', axes),
        kerasPadding(given),
      ]);
      return fault ?? given.layer(type, fields);
    },
  };
}

/** A pool of PyTorch; `others` are the settings that aren't read, with their defaults. */
export function torchPool(
  type: string,
  name: string,
  axes: Axes,
  others: string,
  refuses?: (given: GivenLayer) => Fault | undefined,
): LayerClass {
  return {
    library: 'torch',
    names: [name],
    parameters: `kernel_size, stride=None, padding=0, ${others}`,
    read: given => {
      const { fields, fault } = together([
        windowField(given, 'kernel_size', 'poolSize', axes),
        stride(given, 'stride', 'kernel_size', axes),
        torchPadding(given, axes),
      ]);
      return fault ?? refuses?.(given) ?? given.layer(type, fields);
    },
  };
}

/** As the size of the pool, where nothing is said of it. */
function stride(given: GivenLayer, name: string, pool: string, axes: Axes) {
  if (given.value(name) === null) return {};
  const [size, value] = [onAxes(given, pool, axes), onAxes(given, name, axes)];
  return JSON.stringify(size) === JSON.stringify(value) ? {} : windowField(given, name, 'stride', axes);
}
