import { wider } from '../ops/asArray';
import type { Call } from '../ops/call';
import { pairShapes } from '../ops/elementwise';
import type { Family } from '../ops/entry';
import { keepsShape } from '../ops/inPlace';
import { broadcast } from '../shapes/broadcast';
import { type ArrayValue, bool, unknown, type Value } from '../values/value';
import { alike, asTensor, lastSize, tensor, tensorEndingIn, tensorIn } from './tensor/tensor';

type TypeRule = (a?: string, b?: string) => string | undefined;

const dunder = (text: string) => text.split(' ').map(name => `torch.Tensor.__${name}__`);
const both = (text: string) => text.split(' ').flatMap(name => [`torch.${name}`, `torch.Tensor.${name}`]);
const methods = (text: string) => text.split(' ').map(name => `torch.Tensor.${name}`);

/** Where the number of sizes of one isn't known, the last size still may be. */
function endingIn(a: ArrayValue, b: ArrayValue, dtype: string | undefined): Value {
  const [x, y] = [lastSize(a), lastSize(b)];
  const last =
    a.shape?.length === 0 ? y : b.shape?.length === 0 ? x : x === 1 || x === undefined ? undefined : x;
  return tensorEndingIn(last, dtype);
}

function paired(call: Call, names: readonly [string, string], dtypeOf: TypeRule): Value {
  const [a, b] = names.map(name => asTensor(call.args[name]));
  if (!a || !b || a.dtype === 'str' || b.dtype === 'str') return unknown;
  // a number of Python doesn't widen a tensor
  const numberOf = (name: string) => call.args[name]?.kind === 'float' || call.args[name]?.kind === 'int';
  const dtype = numberOf(names[0]) ? b.dtype : numberOf(names[1]) ? a.dtype : dtypeOf(a.dtype, b.dtype);
  const result = dtypeOf === truth ? 'bool' : dtype;
  if (!a.shape || !b.shape) return endingIn(a, b, result);
  const shape = pairShapes(call, a.shape, b.shape, names);
  return shape ? tensor(shape, result) : unknown;
}

const truth: TypeRule = () => 'bool';
const asFloat: TypeRule = (a, b) => {
  const dtype = wider(a, b);
  return dtype === undefined || dtype.startsWith('float') || dtype.startsWith('complex') ? dtype : 'float32';
};

function one(dtypeOf: (dtype?: string) => string | undefined) {
  return ({ args: { input } }: Call): Value => {
    const of = asTensor(input);
    return of ? alike(of, dtypeOf(of.dtype)) : unknown;
  };
}

const same = (dtype?: string) => dtype;
const floating = (dtype?: string) => (dtype?.startsWith('int') || dtype === 'uint8' ? 'float32' : dtype);

/** `x.add_(y)`: the result must fit into x. */
function inPlacePair(call: Call): Value {
  const self = tensorIn(call.args.input);
  const other = asTensor(call.args.other);
  if (!self) return unknown;
  if (self.shape && other?.shape && !broadcast(self.shape, other.shape).clash)
    keepsShape(call, call.operand('input').words, self.shape, broadcast(self.shape, other.shape).shape);
  else if (self.shape && other?.shape) pairShapes(call, self.shape, other.shape, ['input', 'other']);
  return alike(self);
}

export const elementwise: Family = {
  title: 'Elementwise operations',
  about:
    'Operators and functions of one or two tensors, with broadcasting; in place a tensor keeps its shape.',
  entries: [
    {
      kind: 'function',
      names: dunder('add sub mul floordiv mod pow lshift rshift and or xor'),
      parameters: 'a, b',
      rule: call => paired(call, ['a', 'b'], wider),
    },
    {
      kind: 'function',
      names: dunder('truediv'),
      parameters: 'a, b',
      rule: call => paired(call, ['a', 'b'], asFloat),
    },
    {
      kind: 'function',
      names: dunder('lt le gt ge'),
      parameters: 'a, b',
      rule: call => paired(call, ['a', 'b'], truth),
    },
    {
      kind: 'function',
      names: dunder('eq ne'),
      parameters: 'a, b',
      rule: call => {
        const { a, b } = call.args;
        if (a?.kind === 'none' || b?.kind === 'none') return bool();
        return paired(call, ['a', 'b'], truth);
      },
    },
    {
      kind: 'function',
      names: both(
        'add sub subtract mul multiply floor_divide fmod remainder pow maximum minimum fmax fmin logical_and logical_or logical_xor bitwise_and bitwise_or bitwise_xor',
      ),
      parameters: 'input, other, alpha=None, out=None',
      rule: call => paired(call, ['input', 'other'], wider),
    },
    {
      kind: 'function',
      names: both('div divide true_divide atan2 arctan2 hypot'),
      parameters: 'input, other, rounding_mode=None, out=None',
      rule: call => paired(call, ['input', 'other'], asFloat),
    },
    {
      kind: 'function',
      names: both('eq ne lt le gt ge greater less greater_equal less_equal not_equal isclose'),
      parameters: 'input, other, rtol=None, atol=None, equal_nan=False, out=None',
      rule: call => paired(call, ['input', 'other'], truth),
    },
    {
      kind: 'function',
      names: methods('add_ sub_ mul_ div_ pow_ fmod_ remainder_ subtract_ multiply_ divide_'),
      parameters: 'input, other, alpha=None, rounding_mode=None',
      rule: inPlacePair,
    },
    {
      kind: 'function',
      names: both(
        'exp log log2 log10 log1p expm1 sqrt rsqrt sin cos tan asin acos atan arcsin arccos arctan sinh cosh asinh acosh atanh erf erfc erfinv lgamma digamma reciprocal deg2rad rad2deg',
      ),
      parameters: 'input, out=None',
      rule: one(floating),
    },
    {
      kind: 'function',
      names: [
        ...both(
          'abs absolute neg negative positive sign floor ceil round trunc frac square clone nan_to_num bitwise_not flip fliplr flipud roll tril triu clamp clamp_min clamp_max clip bernoulli cumsum cumprod logit lerp dropout renorm',
        ),
        ...dunder('neg pos abs invert'),
      ],
      parameters: 'input, *rest, **extra',
      rule: one(same),
    },
    {
      kind: 'function',
      names: both('isnan isinf isfinite logical_not signbit'),
      parameters: 'input, out=None',
      rule: one(() => 'bool'),
    },
    {
      kind: 'function',
      names: [
        ...methods(
          'zero_ fill_ uniform_ normal_ random_ bernoulli_ exponential_ clamp_ clamp_min_ clamp_max_ relu_ sigmoid_ tanh_ exp_ log_ sqrt_ abs_ neg_ round_ floor_ ceil_ requires_grad_ copy_ index_fill_ index_add_ index_copy_ scatter scatter_ scatter_add scatter_add_ index_add index_fill index_copy addcmul addcmul_ addcdiv addcdiv_ lerp_ fill_diagonal_ triu_ tril_ detach_ share_memory_ set_ trunc_ cauchy_ log_normal_ square_',
        ),
        ...'addcmul addcdiv scatter scatter_add index_add'.split(' ').map(name => `torch.${name}`),
        ...'uniform_ normal_ constant_ ones_ zeros_ eye_ xavier_uniform_ xavier_normal_ kaiming_uniform_ kaiming_normal_ orthogonal_ trunc_normal_ sparse_ uniform normal constant xavier_uniform xavier_normal kaiming_uniform kaiming_normal'
          .split(' ')
          .map(name => `torch.nn.init.${name}`),
      ],
      parameters: 'input, *rest, **extra',
      rule: one(same),
    },
    {
      kind: 'function',
      names: [...both('masked_fill'), ...methods('masked_fill_')],
      parameters: 'input, mask, value=None',
      rule: call => {
        const [of, mask] = [tensorIn(call.args.input), tensorIn(call.args.mask)];
        if (!of?.shape || !mask?.shape) return of ? alike(of) : unknown;
        const shape = pairShapes(call, of.shape, mask.shape, ['input', 'mask']);
        if (!shape) return unknown;
        return call.name.endsWith('_') ? alike(of) : tensor(shape, of.dtype);
      },
    },
    {
      kind: 'function',
      names: both('where'),
      parameters: 'input, x=None, y=None',
      rule: call => {
        // as a method the condition comes second
        const method = call.name.startsWith('torch.Tensor');
        const [condition, x, y] = (method ? ['x', 'input', 'y'] : ['input', 'x', 'y']).map(name =>
          asTensor(call.args[name]),
        );
        if (!condition?.shape || !x?.shape || !y?.shape) return unknown;
        const first = broadcast(condition.shape, x.shape);
        const all = broadcast(first.shape, y.shape);
        return first.clash || all.clash ? unknown : tensor(all.shape, wider(x.dtype, y.dtype));
      },
    },
    {
      kind: 'function',
      names: ['torch.Tensor.__inplace__'],
      parameters: 'before, after',
      rule: call => {
        const { before, after } = call.args;
        if (before?.kind !== 'array' || after?.kind !== 'array') return unknown;
        if (before.shape && after.shape)
          keepsShape(call, call.written.split(/[-+*/@%|&^]?=/)[0]!.trim(), before.shape, after.shape);
        return before;
      },
    },
  ],
};
