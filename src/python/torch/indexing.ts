import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { assignPart, readPart } from '../ops/indexing';
import { isNumber } from '../sizes/size';
import { type ArrayValue, unknown, type Value } from '../values/value';
import { formatDims } from '../values/words';
import { dimOf, placeOf } from './tensor/dims';
import { asTensor, reshaped, tensor, tensorIn } from './tensor/tensor';

const both = (text: string) => text.split(' ').flatMap(name => [`torch.${name}`, `torch.Tensor.${name}`]);

/** `gather`: the result has the index's shape; it must have as many sizes. */
function gathered(call: Call): Value {
  const [of, index] = [tensorIn(call.args.input), tensorIn(call.args.index)];
  if (!index) return unknown;
  const axis = dimOf(call);
  if (of?.shape && axis !== undefined && placeOf(call, of.shape, axis) === undefined) return unknown;
  if (
    of?.shape &&
    index.shape &&
    of.shape.length !== index.shape.length &&
    index.shape.length > 0 &&
    of.shape.length > 0
  ) {
    call.report({
      code: 'rank-mismatch',
      message: `${call.operand('input').words} is ${formatDims(of.shape)} and ${call.operand('index').words} is ${formatDims(index.shape)}: the index must have as many sizes.${of.shape.length === index.shape.length + 1 ? ' Put one in: index.unsqueeze(1).' : ''}`,
      related: [...call.operand('input').origins, ...call.operand('index').origins],
    });
    return unknown;
  }
  return tensor(index.shape, of?.dtype);
}

function selected(call: Call, of: ArrayValue | undefined): Value {
  const axis = dimOf(call);
  const index = tensorIn(call.args.index)?.shape;
  if (!of?.shape || axis === undefined) return unknown;
  const place = placeOf(call, of.shape, axis);
  if (place === undefined) return unknown;
  return reshaped(
    of,
    of.shape.with(place, index?.length === 1 ? index[0] : index?.length === 0 ? 1 : undefined),
  );
}

export const indexing: Family = {
  title: 'Indexing tensors',
  about: 'Numbers, slices, masks and tensors of indices, `gather` and `index_select`.',
  entries: [
    {
      kind: 'function',
      names: ['torch.Tensor.__getitem__'],
      parameters: 'self, index',
      rule: call => {
        const part = readPart(call);
        // of a tensor of unknown rank a part may be anything
        return part ? tensor(part.shape, part.dtype) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['torch.Tensor.__setitem__'],
      parameters: 'self, index, value',
      rule: call => assignPart(call, asTensor),
    },
    {
      kind: 'function',
      names: both('gather'),
      parameters: 'input, dim, index, sparse_grad=False, out=None',
      rule: gathered,
    },
    {
      kind: 'function',
      names: both('index_select'),
      parameters: 'input, dim, index, out=None',
      rule: call => selected(call, tensorIn(call.args.input)),
    },
    {
      kind: 'function',
      names: both('select'),
      parameters: 'input, dim, index',
      rule: call => {
        const of = tensorIn(call.args.input);
        const axis = dimOf(call);
        if (!of?.shape || axis === undefined) return unknown;
        const place = placeOf(call, of.shape, axis);
        return place === undefined ? unknown : reshaped(of, of.shape.toSpliced(place, 1));
      },
    },
    {
      kind: 'function',
      names: both('masked_select take'),
      parameters: 'input, index',
      rule: ({ args, name }) => {
        const index = tensorIn(args.index)?.shape;
        return name.endsWith('take')
          ? tensor(index, tensorIn(args.input)?.dtype)
          : tensor([undefined], tensorIn(args.input)?.dtype);
      },
    },
    {
      kind: 'function',
      names: both('diagonal'),
      parameters: 'input, offset=0, dim1=0, dim2=1',
      rule: ({ args }) => {
        const of = tensorIn(args.input);
        if (of?.shape?.length !== 2 || args.offset) return unknown;
        const [rows, columns] = of.shape;
        return reshaped(of, [isNumber(rows) && isNumber(columns) ? Math.min(rows, columns) : undefined]);
      },
    },
    {
      kind: 'function',
      names: both('trace'),
      parameters: 'input',
      rule: ({ args }) => (tensorIn(args.input) ? tensor([], tensorIn(args.input)?.dtype) : unknown),
    },
  ],
};
