import type { Call } from '../ops/call';
import type { Entry, Family } from '../ops/entry';
import { dimsArgument, dimsOfRest, dtypeArgument, numberArgument } from '../ops/readArguments';
import { type Dim, isNumber, minus, plus } from '../sizes/size';
import { none, sizeIn, tuple, unknown, type Value } from '../values/value';
import { asTensor, reshaped, tensor, tensorIn } from './tensor/tensor';

const where =
  'out=None, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False, generator=None, names=None';

const dtypeOf = (call: Call, standard?: string) =>
  call.args.dtype && call.args.dtype.kind !== 'none' ? dtypeArgument(call.args.dtype) : standard;

/** Sizes as arguments of their own or as one tuple. */
function sized(names: readonly string[], dtype = 'float32'): Entry {
  return {
    kind: 'function',
    names: names.map(name => `torch.${name}`),
    parameters: `*sizes, size=None, ${where}`,
    rule: call => {
      const { size } = call.args;
      const shape = size ? dimsArgument(size) : dimsOfRest(call.rest);
      return tensor(shape, dtypeOf(call, dtype));
    },
  };
}

const numbers = (dtype: string | undefined) =>
  // numbers of Python become 32-bit floats
  dtype === 'float64' ? 'float32' : dtype;

/** `torch.tensor`, of lists and numbers: the shape of the brackets. */
function made(call: Call): Value {
  const { data } = call.args;
  const of = asTensor(data);
  if (!of)
    return data?.kind === 'unknown' || data?.kind === 'list' ? tensor(undefined, dtypeOf(call)) : unknown;
  const plain = data?.kind === 'array' ? of.dtype : numbers(of.dtype);
  return tensor(of.shape, dtypeOf(call, plain));
}

/** `torch.Tensor(2, 3)` makes one of that shape, `torch.Tensor([2, 3])` one of these values. */
function typed(name: string, dtype: string): Entry {
  return {
    kind: 'class',
    names: [`torch.${name}`, `torch.cuda.${name}`],
    ...(name !== 'Tensor' && { bases: ['torch.Tensor'] }),
    parameters: '*sizes, device=None',
    make: call => {
      const [first] = call.rest;
      if (call.rest.length === 0) return tensor([0], dtype);
      if (call.rest.length === 1 && first && first.kind !== 'int') {
        const of = asTensor(first);
        return of ? tensor(of.shape, dtype) : tensor(undefined, dtype);
      }
      return tensor(call.rest.map(sizeIn), dtype);
    },
  };
}

function counted(call: Call): Value {
  const { start, end, step } = call.args;
  const dtype = [start, end, step].every(part => !part || part.kind === 'int') ? 'int64' : undefined;
  const [from, to] = end ? [sizeIn(start), sizeIn(end)] : [0, sizeIn(start)];
  const by = step ? numberArgument(step) : 1;
  const length = minus(to, from);
  if (by === 1) return tensor([isNumber(length) ? Math.max(0, length) : length], dtypeOf(call, dtype));
  const known = isNumber(length) && by ? Math.max(0, Math.ceil(length / by)) : undefined;
  return tensor([known], dtypeOf(call, dtype));
}

const likes = [
  'zeros_like',
  'ones_like',
  'empty_like',
  'rand_like',
  'randn_like',
  'full_like',
  'randint_like',
];

export const creation: Family = {
  title: 'Making tensors',
  about: 'Sizes as arguments or as one tuple; literals have the shape of their brackets.',
  entries: [
    sized(['zeros', 'ones', 'empty', 'rand', 'randn']),
    {
      kind: 'function',
      names: ['torch.tensor', 'torch.as_tensor', 'torch.asarray', 'torch.from_numpy'],
      parameters: 'data, dtype=None, device=None, requires_grad=False, pin_memory=False, copy=None',
      rule: made,
    },
    typed('Tensor', 'float32'),
    typed('FloatTensor', 'float32'),
    typed('DoubleTensor', 'float64'),
    typed('LongTensor', 'int64'),
    typed('IntTensor', 'int32'),
    typed('ByteTensor', 'uint8'),
    typed('BoolTensor', 'bool'),
    {
      kind: 'class',
      names: ['torch.nn.Parameter', 'torch.nn.parameter.Parameter', 'torch.autograd.Variable'],
      bases: ['torch.Tensor'],
      parameters: 'data=None, requires_grad=True, volatile=False',
      make: ({ args: { data } }) => {
        const of = tensorIn(data);
        return of ? { ...of, origin: undefined } : unknown;
      },
    },
    {
      kind: 'function',
      names: ['torch.full'],
      parameters: `size, fill_value, ${where}`,
      rule: call => tensor(call.args.size && dimsArgument(call.args.size), dtypeOf(call)),
    },
    {
      kind: 'function',
      names: likes.map(name => `torch.${name}`),
      parameters:
        'input, *rest, dtype=None, layout=None, device=None, requires_grad=False, memory_format=None, **extra',
      rule: call => {
        const of = tensorIn(call.args.input);
        return of ? tensor(of.shape, dtypeOf(call, of.dtype)) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['new_zeros', 'new_ones', 'new_empty'].map(name => `torch.Tensor.${name}`),
      parameters: 'self, *sizes, size=None, dtype=None, device=None, requires_grad=False',
      rule: call => {
        const { size } = call.args;
        const standard = tensorIn(call.args.self)?.dtype;
        return tensor(size ? dimsArgument(size) : dimsOfRest(call.rest), dtypeOf(call, standard));
      },
    },
    {
      kind: 'function',
      names: ['torch.Tensor.new_full'],
      parameters: 'self, size, fill_value, dtype=None, device=None, requires_grad=False',
      rule: call => tensor(call.args.size && dimsArgument(call.args.size), dtypeOf(call)),
    },
    {
      kind: 'function',
      names: ['torch.Tensor.new_tensor'],
      parameters: 'self, data, dtype=None, device=None, requires_grad=False',
      rule: made,
    },
    {
      kind: 'function',
      names: ['torch.randint'],
      parameters: `low, high=None, size=None, ${where}`,
      rule: call => {
        // randint(high, size) and randint(low, high, size)
        const { high, size } = call.args;
        const shape = size ?? (high?.kind === 'int' ? undefined : high);
        return tensor(shape && dimsArgument(shape), dtypeOf(call, 'int64'));
      },
    },
    {
      kind: 'function',
      names: ['torch.arange', 'torch.range'],
      parameters: `start, end=None, step=None, ${where}`,
      rule: call => {
        if (!call.name.endsWith('.range')) return counted(call);
        return tensor([undefined], dtypeOf(call));
      },
    },
    {
      kind: 'function',
      names: ['torch.linspace', 'torch.logspace'],
      parameters: `start, end, steps=100, base=10, ${where}`,
      rule: call => tensor([call.args.steps ? sizeIn(call.args.steps) : 100], dtypeOf(call, 'float32')),
    },
    {
      kind: 'function',
      names: ['torch.eye'],
      parameters: `n, m=None, ${where}`,
      rule: call => {
        const rows = sizeIn(call.args.n);
        return tensor([rows, call.args.m ? sizeIn(call.args.m) : rows], dtypeOf(call, 'float32'));
      },
    },
    {
      kind: 'function',
      names: ['torch.randperm'],
      parameters: `n, ${where}`,
      rule: call => tensor([sizeIn(call.args.n)], dtypeOf(call, 'int64')),
    },
    {
      kind: 'function',
      names: ['torch.normal'],
      parameters: `mean, std=1.0, size=None, ${where}`,
      rule: call => {
        const { size, mean } = call.args;
        if (size) return tensor(dimsArgument(size), 'float32');
        const of = tensorIn(mean);
        return of ? reshaped(of, of.shape) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['torch.multinomial', 'torch.Tensor.multinomial'],
      parameters: 'input, num_samples, replacement=False, generator=None, out=None',
      rule: ({ args }) => {
        const shape = tensorIn(args.input)?.shape;
        return shape ? tensor([...shape.slice(0, -1), sizeIn(args.num_samples)], 'int64') : unknown;
      },
    },
    {
      kind: 'function',
      names: ['torch.diag', 'torch.Tensor.diag'],
      parameters: 'input, diagonal=0',
      rule: ({ args }) => {
        const of = tensorIn(args.input);
        if (!of?.shape || args.diagonal) return unknown;
        const [n] = of.shape;
        return reshaped(of, of.shape.length === 1 ? [n, n] : [undefined]);
      },
    },
    {
      kind: 'function',
      names: ['torch.diff'],
      parameters: 'input, n=1, dim=-1',
      rule: ({ args }) => {
        const of = tensorIn(args.input);
        if (!of?.shape || of.shape.length === 0 || args.n || args.dim) return unknown;
        return reshaped(of, [...of.shape.slice(0, -1), plus(of.shape.at(-1), -1)]);
      },
    },
    {
      kind: 'function',
      names: ['torch.meshgrid'],
      parameters: '*tensors, indexing="ij"',
      rule: ({ rest, args }) => {
        const sizes: readonly (Dim | null)[] = rest.map(each => {
          const shape = tensorIn(each)?.shape;
          return shape?.length === 1 ? shape[0] : null;
        });
        if (args.indexing || sizes.includes(null)) return unknown;
        return tuple(rest.map(() => tensor(sizes as Dim[])));
      },
    },
    {
      kind: 'function',
      names: [
        'torch.manual_seed',
        'torch.cuda.manual_seed',
        'torch.cuda.manual_seed_all',
        'torch.set_default_dtype',
        'torch.cuda.empty_cache',
      ],
      parameters: '*rest',
      rule: () => none,
    },
  ],
};
