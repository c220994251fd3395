import { numpyArray } from '../ops/array';
import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { flagArgument } from '../ops/readArguments';
import type { Dim } from '../sizes/size';
import { bool, int, sizeIn, tuple, unknown, type Value } from '../values/value';

const part = 'tensorflow.examples.tutorials.mnist.DataSet';
const whole = 'tensorflow.examples.tutorials.mnist.DataSets';

/** Some of the digits: images, flat unless `reshape` says otherwise, and labels. */
function some(rows: Dim, flat: boolean, columns: boolean): readonly [Value, Value] {
  return [
    numpyArray(flat ? [rows, 784] : [rows, 28, 28, 1], 'float32'),
    columns ? numpyArray([rows, 10], 'float64') : numpyArray([rows], 'uint8'),
  ];
}

function partOf(call: Call, rows: number, flat: boolean, columns: boolean): Value {
  const made = call.invoke(call.named(part), []);
  if (made.kind !== 'instance') return unknown;
  const [images, labels] = some(rows, flat, columns);
  call.set(made.attributes, 'images', images);
  call.set(made.attributes, 'labels', labels);
  call.set(made.attributes, 'num_examples', int(rows));
  call.set(made.attributes, ' flat', bool(flat));
  call.set(made.attributes, ' columns', bool(columns));
  return made;
}

export const digits: Family = {
  title: 'The digits of TensorFlow 1’s tutorials',
  about: '`input_data.read_data_sets`, with and without `one_hot`.',
  entries: [
    { kind: 'class', names: [part], parameters: '' },
    { kind: 'class', names: [whole], parameters: '' },
    {
      kind: 'function',
      names: ['tensorflow.examples.tutorials.mnist.input_data.read_data_sets'],
      parameters:
        'train_dir, fake_data=False, one_hot=False, dtype=None, reshape=True, validation_size=None, *rest, **extra',
      rule: call => {
        const columns = flagArgument(call.args.one_hot, false);
        const flat = flagArgument(call.args.reshape, true);
        const made = call.invoke(call.named(whole), []);
        if (columns === undefined || flat === undefined || call.args.validation_size) return unknown;
        if (made.kind !== 'instance') return unknown;
        const parts = { train: 55000, validation: 5000, test: 10000 };
        for (const [name, rows] of Object.entries(parts))
          call.set(made.attributes, name, partOf(call, rows, flat, columns));
        return made;
      },
    },
    {
      kind: 'function',
      names: [`${part}.next_batch`],
      parameters: 'self, batch_size, fake_data=False, shuffle=True',
      rule: call => {
        const { self, batch_size: size } = call.args;
        if (self?.kind !== 'instance') return unknown;
        const [flat, columns] = [' flat', ' columns'].map(name =>
          flagArgument(self.attributes.get(name), true),
        );
        return tuple(some(sizeIn(size), flat ?? true, columns ?? true));
      },
    },
  ],
};
