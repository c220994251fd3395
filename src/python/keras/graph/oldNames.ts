import type { Call } from '../../ops/call';
import { type InstanceValue, string, tuple } from '../../values/value';

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

/** Gives a layer that was made with the names of Keras 1 the names of today. */
export function rename(call: Call, self: InstanceValue): void {
  const { attributes } = self;
  const give = (name: string, old: string) => {
    const value = attributes.get(old);
    if (value && !attributes.has(name)) call.set(attributes, name, value);
  };
  for (const [old, name] of Object.entries(now)) give(name, old);
  // of an embedding, output_dim is still its name
  if (!/Embedding$/.test(self.of.name)) give('units', 'output_dim');
  const [rows, columns] = [attributes.get('nb_row'), attributes.get('nb_col')];
  if (rows && columns) call.set(attributes, 'kernel_size', tuple([rows, columns]));
  const order = attributes.get('dim_ordering');
  if (order?.kind === 'string' && order.value !== undefined)
    call.set(attributes, 'data_format', string(order.value === 'th' ? 'channels_first' : 'channels_last'));
}
