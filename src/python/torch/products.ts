import { wider } from '../ops/asArray';
import type { Call } from '../ops/call';
import { einsumShape } from '../ops/einsum';
import { pairShapes } from '../ops/elementwise';
import type { Family } from '../ops/entry';
import { reportBatch, reportInner } from '../ops/reportProduct';
import { matmulShape } from '../shapes/matmul';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import { formatDim } from '../sizes/size';
import { type ArrayValue, itemsOf, unknown, type Value } from '../values/value';
import { formatDims } from '../values/words';
import { asTensor, lastSize, tensor, tensorEndingIn, tensorIn } from './tensor/tensor';

const both = (text: string) => text.split(' ').flatMap(name => [`torch.${name}`, `torch.Tensor.${name}`]);

function multiplied(call: Call, a: ArrayValue, b: ArrayValue, names: readonly [string, string]): Value {
  if (!a.shape || !b.shape) {
    const [takes, gets] = [b.shape?.length === 2 ? b.shape[0] : undefined, lastSize(a)];
    const certainty = compareSizes(gets, takes);
    if (!a.shape && b.shape && isDifferent(certainty)) {
      reportInner(call, [undefined, gets], b.shape, { a: gets, b: takes, certainty }, names);
      return unknown;
    }
    return b.shape?.length === 2 ? tensorEndingIn(b.shape[1]) : unknown;
  }
  const found = matmulShape(a.shape, b.shape);
  if (!found) {
    const single = a.shape.length === 0 ? names[0] : names[1];
    call.report({
      code: 'shape-mismatch',
      message: `${call.operand(single).words} is a single number, and ${call.written} takes tensors of one or more sizes.`,
    });
    return unknown;
  }
  if (found.inner) reportInner(call, a.shape, b.shape, found.inner, names);
  else if (found.batch) reportBatch(call, a.shape, b.shape, found.batch, names);
  if (found.inner || found.batch) return unknown;
  return tensor(found.shape, wider(a.dtype, b.dtype));
}

/** Products of tensors with so many sizes: `mm` takes matrices, `bmm` stacks of them. */
function strict(ranks: readonly [number, number], names: readonly [string, string]) {
  return (call: Call): Value => {
    const [a, b] = names.map(name => tensorIn(call.args[name]));
    if (!a || !b) return unknown;
    for (const [i, { shape }] of [a, b].entries()) {
      if (!shape || shape.length === ranks[i]) continue;
      const { words, origins } = call.operand(names[i]!);
      const wanted = ranks[i]!;
      call.report({
        code: 'rank-mismatch',
        message: `${words} is ${formatDims(shape)}, but ${call.written} takes ${wanted === 1 ? 'a vector here, one size' : wanted === 2 ? 'a matrix here, two sizes' : 'a stack of matrices here, three sizes'}.${ranks[0] === 2 || ranks[0] === 3 ? ' torch.matmul takes any number of sizes.' : ''}`,
        related: origins,
      });
      return unknown;
    }
    if (a.shape && b.shape && ranks[0] === 3) {
      const certainty = compareSizes(a.shape[0], b.shape[0]);
      if (isDifferent(certainty)) {
        reportBatch(call, a.shape, b.shape, { a: a.shape[0], b: b.shape[0], certainty }, names);
        return unknown;
      }
    }
    return multiplied(call, a, b, names);
  };
}

export const products: Family = {
  title: 'Products of tensors',
  about: 'The inner sizes must be equal; `mm`, `bmm`, `mv` and `dot` also fix the number of sizes.',
  entries: [
    {
      kind: 'function',
      names: ['torch.Tensor.__matmul__', ...both('matmul'), 'torch.linalg.matmul'],
      parameters: 'a, other, out=None',
      rule: call => {
        const [a, b] = [asTensor(call.args.a), asTensor(call.args.other)];
        return a && b ? multiplied(call, a, b, ['a', 'other']) : unknown;
      },
    },
    {
      kind: 'function',
      names: both('mm'),
      parameters: 'input, mat2, out=None',
      rule: strict([2, 2], ['input', 'mat2']),
    },
    {
      kind: 'function',
      names: both('bmm'),
      parameters: 'input, mat2, out=None',
      rule: strict([3, 3], ['input', 'mat2']),
    },
    {
      kind: 'function',
      names: both('mv'),
      parameters: 'input, vec, out=None',
      rule: strict([2, 1], ['input', 'vec']),
    },
    {
      kind: 'function',
      names: both('dot vdot'),
      parameters: 'input, tensor, out=None',
      rule: strict([1, 1], ['input', 'tensor']),
    },
    {
      kind: 'function',
      names: both('outer ger'),
      parameters: 'input, vec2, out=None',
      rule: ({ args }) => {
        const [a, b] = [tensorIn(args.input)?.shape, tensorIn(args.vec2)?.shape];
        return a?.length === 1 && b?.length === 1 ? tensor([a[0], b[0]]) : unknown;
      },
    },
    {
      kind: 'function',
      names: both('addmm baddbmm'),
      parameters: 'input, mat1, mat2, beta=1, alpha=1, out=None',
      rule: call => {
        const rank = call.name.endsWith('baddbmm') ? 3 : 2;
        const product = strict([rank, rank], ['mat1', 'mat2'])(call);
        const added = tensorIn(call.args.input)?.shape;
        if (product.kind !== 'array' || !product.shape || !added) return product;
        return pairShapes(call, product.shape, added, ['mat1', 'input']) ? product : unknown;
      },
    },
    {
      kind: 'function',
      names: ['torch.einsum', 'torch.functional.einsum'],
      parameters: 'equation, *operands',
      rule: call => {
        const { equation } = call.args;
        if (equation?.kind !== 'string' || equation.value === undefined) return unknown;
        const [only] = call.rest;
        const listed = call.rest.length === 1 && only && only.kind !== 'array' ? itemsOf(only) : undefined;
        const operands = (listed ?? call.rest).map((value, i) => ({
          shape: tensorIn(value)?.shape,
          words: listed ? `operand ${i + 1}` : call.operand(`#${i}`).words,
        }));
        const shape = einsumShape(call, equation.value, operands);
        return shape ? tensor(shape) : unknown;
      },
    },
    {
      kind: 'function',
      names: [
        ...both('inverse pinverse'),
        'torch.linalg.inv',
        'torch.linalg.pinv',
        ...both('cholesky'),
        'torch.linalg.cholesky',
        'torch.matrix_exp',
      ],
      parameters: 'input, *rest, **extra',
      rule: call => {
        const of = tensorIn(call.args.input);
        const rank = of?.shape?.length ?? 0;
        if (!of?.shape || rank < 2) return unknown;
        const last = of.shape.slice(-2);
        return tensor([...of.shape.slice(0, -2), last[1], last[0]], of.dtype);
      },
    },
    {
      kind: 'function',
      names: ['torch.cdist'],
      parameters: 'x1, x2, p=2.0, compute_mode=None',
      rule: call => {
        const [a, b] = [tensorIn(call.args.x1)?.shape, tensorIn(call.args.x2)?.shape];
        if (!a || !b || a.length < 2 || b.length < 2) return unknown;
        const certainty = compareSizes(a.at(-1), b.at(-1));
        if (isDifferent(certainty)) {
          const [left, right] = [call.operand('x1'), call.operand('x2')];
          call.report({
            code: 'shape-mismatch',
            certainty,
            message: `${left.words} is ${formatDims(a)} and ${right.words} is ${formatDims(b)}: distances are taken between rows with as many values, but ${formatDim(a.at(-1))} and ${formatDim(b.at(-1))} differ.`,
            related: [...left.origins, ...right.origins],
          });
          return unknown;
        }
        return tensor(a.length === 2 && b.length === 2 ? [a[0], b[0]] : undefined);
      },
    },
  ],
};
