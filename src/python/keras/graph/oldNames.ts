import type { Call } from '../../ops/call';
import { type InstanceValue, none, string, tuple } from '../../values/value';

/** Arguments as Keras 1 named them. */
const now: Readonly<Record<string, string>> = {
  nb_filter: 'filters',
  border_mode: 'padding',
  subsample: 'strides',
  subsample_length: 'strides',
  filter_length: 'kernel_size',
  pool_length: 'pool_size',
  stride: 'strides',
  p: 'rate',
  atrous_rate: 'dilation_rate',
  bias: 'use_bias',
};

const oldKeras = 'keras.old';

/** Whether a program is written for Keras as it was before TensorFlow 2: it uses names of then. */
export function isForOldKeras(call: Call): boolean {
  return call.state.has(oldKeras) || call.extra.has('nb_epoch');
}

/** Gives a layer that was made with the names of Keras 1 the names of today. */
export function rename(call: Call, self: InstanceValue): void {
  const { attributes } = self;
  const give = (name: string, old: string) => {
    const value = attributes.get(old);
    if (value && !attributes.has(name)) call.set(attributes, name, value);
  };
  const isOld = Object.keys(now).some(name => call.extra.has(name)) || /Convolution\dD$/.test(call.written);
  if (isOld) call.set(call.state, oldKeras, none);
  for (const [old, name] of Object.entries(now)) give(name, old);
  // of an embedding, output_dim is still its name
  if (!/Embedding$/.test(self.of.name)) give('units', 'output_dim');
  const [rows, columns] = [attributes.get('nb_row'), attributes.get('nb_col')];
  if (rows && columns) call.set(attributes, 'kernel_size', tuple([rows, columns]));
  const order = attributes.get('dim_ordering');
  if (order?.kind === 'string' && order.value !== undefined)
    call.set(attributes, 'data_format', string(order.value === 'th' ? 'channels_first' : 'channels_last'));
}
