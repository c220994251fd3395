import { numpyArray } from '../ops/array';
import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { dtypeArgument, numberArgument } from '../ops/readArguments';
import { product } from '../sizes/size';
import { type ArrayValue, bool, float, int, none, string, tuple, unknown, type Value } from '../values/value';
import { placeOf } from './tensor/dims';
import { alike, asTensor, tensorIn } from './tensor/tensor';

const methods = (text: string) => text.split(' ').map(name => `torch.Tensor.${name}`);

function sizes(of: Value | undefined): Value {
  const shape = tensorIn(of)?.shape;
  return shape ? tuple(shape.map(int)) : unknown;
}

/** `.float()` and the like. */
const casts: Readonly<Record<string, string>> = {
  float: 'float32',
  double: 'float64',
  half: 'float16',
  bfloat16: 'float32',
  long: 'int64',
  int: 'int32',
  short: 'int16',
  char: 'int8',
  byte: 'uint8',
  bool: 'bool',
};

/** The same values of another type, which may not be known. */
function tensorLike(of: ArrayValue, dtype: string | undefined): Value {
  const { dtype: _, ...rest } = alike(of);
  return dtype === undefined ? rest : { ...rest, dtype };
}

function converted({ args: { input }, rest, extra }: Call): Value {
  const of = tensorIn(input);
  if (!of) return unknown;
  const given = [...rest, ...(extra.has('dtype') ? [extra.get('dtype')!] : [])];
  const types = given.flatMap(value => (value.kind === 'module' ? (dtypeArgument(value) ?? []) : []));
  const other = tensorIn(given[0]);
  if (other) return tensorLike(of, other.dtype);
  // what isn't known may be a type or a device
  const kept = given.every(({ kind }) => kind !== 'unknown' && kind !== 'module');
  return tensorLike(of, types[0] ?? (kept ? of.dtype : undefined));
}

export const attributes: Family = {
  title: 'Attributes, types and devices of tensors',
  about: '`.shape`, `.size()`, `.to(device)`, `.float()`, `.numpy()`.',
  entries: [
    { kind: 'attribute', names: methods('shape'), rule: ({ args }) => sizes(args.self) },
    {
      kind: 'function',
      names: methods('size'),
      parameters: 'input, dim=None',
      rule: call => {
        const { input, dim } = call.args;
        if (!dim || dim.kind === 'none') return sizes(input);
        const [shape, axis] = [tensorIn(input)?.shape, numberArgument(dim)];
        if (!shape || axis === undefined) return int(undefined);
        const place = shape.length === 0 ? undefined : placeOf(call, shape, axis);
        return int(place === undefined ? undefined : shape[place]);
      },
    },
    {
      kind: 'attribute',
      names: methods('ndim'),
      rule: ({ args }) => int(tensorIn(args.self)?.shape?.length),
    },
    {
      kind: 'function',
      names: methods('dim ndimension'),
      parameters: 'input',
      rule: ({ args }) => int(tensorIn(args.input)?.shape?.length),
    },
    {
      kind: 'function',
      names: [...methods('numel nelement'), 'torch.numel'],
      parameters: 'input',
      rule: ({ args }) => {
        const shape = tensorIn(args.input)?.shape;
        return int(shape && product(shape));
      },
    },
    {
      kind: 'function',
      names: ['tuple.numel'],
      parameters: 'self',
      rule: ({ args: { self } }) =>
        self?.kind === 'tuple' && self.items.every(({ kind }) => kind === 'int')
          ? int(product(self.items.map(item => (item.kind === 'int' ? item.size : undefined))))
          : unknown,
    },
    { kind: 'value', names: ['torch.Size'], value: unknown },
    // a name is all that matters of it
    { kind: 'function', names: ['torch.device'], parameters: '*rest, **extra', rule: () => string() },
    {
      kind: 'attribute',
      names: methods('data real imag grad'),
      rule: ({ args }) => (tensorIn(args.self) ? alike(tensorIn(args.self)!) : unknown),
    },
    {
      kind: 'attribute',
      names: methods('device dtype grad_fn requires_grad is_cuda is_leaf'),
      rule: () => unknown,
    },
    {
      kind: 'function',
      names: [...methods('to type type_as')],
      parameters: 'input, *rest, **extra',
      rule: converted,
    },
    {
      kind: 'function',
      names: Object.keys(casts).map(name => `torch.Tensor.${name}`),
      parameters: 'input, memory_format=None',
      rule: ({ args, name }) => {
        const of = tensorIn(args.input);
        return of ? alike(of, casts[name.slice(name.lastIndexOf('.') + 1)]) : unknown;
      },
    },
    {
      kind: 'function',
      names: [
        ...methods('cuda cpu detach contiguous pin_memory retain_grad data_ptr coalesce xpu'),
        'torch.detach',
      ],
      parameters: 'input, *rest, **extra',
      rule: ({ args, name }) => {
        if (/retain_grad|data_ptr/.test(name)) return none;
        const of = tensorIn(args.input);
        return of ? alike(of) : unknown;
      },
    },
    {
      kind: 'function',
      names: methods('numpy __array__'),
      parameters: 'input, force=False',
      rule: ({ args }) => {
        const of = tensorIn(args.input);
        return of ? numpyArray(of.shape, of.dtype) : unknown;
      },
    },
    {
      kind: 'function',
      names: methods('item'),
      parameters: 'input',
      rule: ({ args }) => {
        const dtype = tensorIn(args.input)?.dtype;
        if (dtype === 'bool') return bool();
        return dtype?.startsWith('float') ? float() : dtype?.startsWith('int') ? int(undefined) : unknown;
      },
    },
    { kind: 'function', names: methods('tolist'), parameters: 'input', rule: () => unknown },
    {
      kind: 'function',
      names: methods('backward register_hook'),
      parameters: 'input, *rest, **extra',
      rule: () => none,
    },
    {
      kind: 'function',
      names: ['torch.is_tensor'],
      parameters: 'input',
      rule: ({ args }) =>
        bool(
          args.input?.kind === 'array'
            ? asTensor(args.input) === args.input && tensorIn(args.input) !== undefined
            : undefined,
        ),
    },
    {
      kind: 'function',
      names: ['torch.set_printoptions', 'torch.save'],
      parameters: '*rest, **extra',
      rule: () => none,
    },
  ],
};
