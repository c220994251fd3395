import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Entry, Family } from '../ops/entry';
import { numberArgument } from '../ops/readArguments';
import type { Dim } from '../sizes/size';
import { type ArrayValue, int, none, sizeIn, string, tuple, unknown, type Value } from '../values/value';

interface Parts {
  readonly train: Dim;
  readonly test: Dim;
  readonly example: readonly Dim[];
  readonly label: readonly Dim[];
  readonly classes?: number;
  readonly dtype: string;
}

const sets: Readonly<Record<string, Parts>> = {
  mnist: { train: 60000, test: 10000, example: [28, 28], label: [], classes: 10, dtype: 'uint8' },
  fashion_mnist: { train: 60000, test: 10000, example: [28, 28], label: [], classes: 10, dtype: 'uint8' },
  cifar10: { train: 50000, test: 10000, example: [32, 32, 3], label: [1], classes: 10, dtype: 'uint8' },
  cifar100: { train: 50000, test: 10000, example: [32, 32, 3], label: [1], dtype: 'uint8' },
};

/** Texts as lists of word numbers of several lengths. */
const texts: Readonly<Record<string, readonly [number, number, number]>> = {
  imdb: [25000, 25000, 2],
  reuters: [8982, 2246, 46],
};

function labels(shape: readonly Dim[], classes: number | undefined, dtype: string): ArrayValue {
  return { ...numpyArray(shape, dtype), ...(classes !== undefined && { facts: { classes: int(classes) } }) };
}

function set(name: string, { train, test, example, label, classes, dtype }: Parts): Entry {
  return {
    kind: 'function',
    names: [`keras.datasets.${name}.load_data`],
    parameters: '*rest, **extra',
    rule: call => {
      const format = call.state.get('keras.image_data_format');
      const known =
        example.length < 3 || !format || (format.kind === 'string' && format.value === 'channels_last');
      const half = (m: Dim): Value =>
        tuple([
          numpyArray([m, ...(known ? example : example.map(() => undefined))], dtype),
          labels([m, ...label], classes, dtype),
        ]);
      return tuple([half(train), half(test)]);
    },
  };
}

function textSet(name: string, [train, test, classes]: readonly [number, number, number]): Entry {
  return {
    kind: 'function',
    names: [`keras.datasets.${name}.load_data`],
    parameters: '*rest, **extra',
    rule: call => {
      // a longest length leaves texts out, a share of tests moves them
      const plain = call.rest.length === 0 && !['maxlen', 'test_split'].some(part => call.extra.has(part));
      const half = (m: number): Value => {
        const size = plain ? m : undefined;
        return tuple([numpyArray([size], 'object'), labels([size], classes, 'int64')]);
      };
      return tuple([half(train), half(test)]);
    },
  };
}

const columnsOf = (call: Parameters<Extract<Entry, { kind: 'function' }>['rule']>[0]): Value => {
  const y = asArray(call.args.y, ndarray);
  if (!y?.shape) return unknown;
  const given = call.args.num_classes ?? call.extra.get('nb_classes');
  const classes = given && given.kind !== 'none' ? sizeIn(given) : sizeIn(y.facts?.classes);
  // an axis of 1 at the end is taken for one of whole numbers
  const rows = y.shape.length > 1 && y.shape.at(-1) === 1 ? y.shape.slice(0, -1) : y.shape;
  if (y.shape.length > 1 && y.shape.at(-1) === undefined) return unknown;
  return numpyArray([...rows, classes], 'float32');
};

export const data: Family = {
  title: 'Data sets and labels',
  about:
    '`mnist`, `fashion_mnist`, `cifar10`, `cifar100`, `imdb`, `reuters` and `boston_housing`; `to_categorical` and `pad_sequences`.',
  entries: [
    ...Object.entries(sets).map(([name, parts]) => set(name, parts)),
    ...Object.entries(texts).map(([name, parts]) => textSet(name, parts)),
    {
      kind: 'function',
      names: ['keras.datasets.boston_housing.load_data'],
      parameters: 'path=None, test_split=0.2, seed=None',
      rule: ({ args }) => {
        const [train, test] = args.test_split ? [undefined, undefined] : [404, 102];
        const half = (m: Dim): Value => tuple([numpyArray([m, 13], 'float64'), numpyArray([m], 'float64')]);
        return tuple([half(train), half(test)]);
      },
    },
    {
      kind: 'function',
      names: ['keras.utils.to_categorical'],
      parameters: 'y, num_classes=None, dtype=None, **extra',
      rule: columnsOf,
    },
    {
      kind: 'function',
      names: ['keras.preprocessing.sequence.pad_sequences', 'keras.utils.pad_sequences'],
      parameters: 'sequences, maxlen=None, dtype=None, padding=None, truncating=None, value=0.0',
      rule: ({ args }) => {
        const { sequences, maxlen } = args;
        const count =
          sequences?.kind === 'array'
            ? sequences.shape?.[0]
            : sequences?.kind === 'list'
              ? asArray(sequences, ndarray)?.shape?.[0]
              : undefined;
        // each step may be a vector
        if (sequences?.kind === 'array' && sequences.dtype !== 'object') return unknown;
        const isNested = sequences?.kind === 'list' || sequences?.kind === 'array';
        return isNested || sequences?.kind === 'unknown'
          ? numpyArray([count, maxlen && maxlen.kind !== 'none' ? sizeIn(maxlen) : undefined], 'int32')
          : unknown;
      },
    },
    {
      kind: 'function',
      names: ['keras.backend.set_image_data_format', 'keras.config.set_image_data_format'],
      parameters: 'data_format',
      rule: call => {
        call.set(call.state, 'keras.image_data_format', call.args.data_format ?? unknown);
        return none;
      },
    },
    {
      kind: 'function',
      names: ['keras.backend.set_image_dim_ordering'],
      parameters: 'dim_ordering',
      rule: call => {
        const { dim_ordering: order } = call.args;
        const format =
          order?.kind === 'string' && order.value !== undefined
            ? string(order.value === 'th' ? 'channels_first' : 'channels_last')
            : unknown;
        call.set(call.state, 'keras.image_data_format', format);
        return none;
      },
    },
    {
      kind: 'function',
      names: ['keras.backend.image_data_format', 'keras.config.image_data_format'],
      parameters: '',
      rule: call => call.state.get('keras.image_data_format') ?? string('channels_last'),
    },
    {
      kind: 'function',
      names: ['keras.backend.image_dim_ordering'],
      parameters: '',
      rule: call => {
        const format = call.state.get('keras.image_data_format') ?? string('channels_last');
        return format.kind === 'string' && format.value !== undefined
          ? string(format.value === 'channels_first' ? 'th' : 'tf')
          : string();
      },
    },
    {
      kind: 'function',
      names: ['keras.backend.int_shape'],
      parameters: 'x',
      rule: ({ args: { x } }) =>
        x?.kind === 'array' && x.shape
          ? tuple(x.shape.map(dim => (dim === undefined ? unknown : int(dim))))
          : unknown,
    },
    {
      kind: 'function',
      names: ['keras.backend.ndim'],
      parameters: 'x',
      rule: ({ args: { x } }) => int(x?.kind === 'array' ? x.shape?.length : numberArgument(x)),
    },
  ],
};
