import { ndarray, numpyArray } from '../ops/array';
import { asArray, wider } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { reportBatch, reportInner } from '../ops/reportProduct';
import { dotShape, matmulShape } from '../shapes/matmul';
import { product as productOf } from '../sizes/size';
import { float, unknown, type Value } from '../values/value';

function dot(call: Call): Value {
  const [a, b] = [asArray(call.args.a, ndarray), asArray(call.args.b, ndarray)];
  if (!a?.shape || !b?.shape) return unknown;
  const { shape, inner } = dotShape(a.shape, b.shape);
  if (inner) {
    reportInner(call, a.shape, b.shape, inner);
    return unknown;
  }
  const dtype = wider(a.dtype, b.dtype);
  return shape.length === 0 ? scalar(dtype) : numpyArray(shape, dtype);
}

function matmul(call: Call): Value {
  const [a, b] = [asArray(call.args.a, ndarray), asArray(call.args.b, ndarray)];
  if (!a?.shape || !b?.shape) return unknown;
  const found = matmulShape(a.shape, b.shape);
  if (!found) {
    const [scalarName, other] = a.shape.length === 0 ? [call.operand('a'), 'b'] : [call.operand('b'), 'a'];
    call.report({
      code: 'shape-mismatch',
      message: `${scalarName.words} is a single number, and ${call.written === '@' ? '@' : call.written} takes arrays only. Multiply ${call.operand(other).words} by a number with *.`,
    });
    return unknown;
  }
  if (found.inner || found.batch) {
    if (found.inner) reportInner(call, a.shape, b.shape, found.inner);
    else if (found.batch) reportBatch(call, a.shape, b.shape, found.batch);
    // whatever was meant, what follows from it would be told of again
    return unknown;
  }
  const dtype = wider(a.dtype, b.dtype);
  return found.shape.length === 0 ? scalar(dtype) : numpyArray(found.shape, dtype);
}

function scalar(dtype: string | undefined): Value {
  return dtype?.startsWith('float') ? float() : numpyArray([], dtype);
}

export const products: Family = {
  title: 'Products',
  about: 'The inner sizes must be equal: `np.dot`, `@`, `matmul`, `inner`, `vdot`; `outer` takes any two.',
  entries: [
    { kind: 'function', names: ['numpy.dot', 'numpy.ndarray.dot'], parameters: 'a, b, out=None', rule: dot },
    {
      kind: 'function',
      names: ['numpy.matmul', 'numpy.ndarray.__matmul__'],
      parameters: 'a, b, out=None',
      rule: matmul,
    },
    {
      kind: 'function',
      names: ['numpy.outer'],
      parameters: 'a, b, out=None',
      rule: ({ args }) => {
        const [a, b] = [asArray(args.a, ndarray), asArray(args.b, ndarray)];
        if (!a || !b) return unknown;
        return numpyArray(
          [a.shape && productOf(a.shape), b.shape && productOf(b.shape)],
          wider(a.dtype, b.dtype),
        );
      },
    },
    {
      kind: 'function',
      names: ['numpy.inner', 'numpy.vdot'],
      parameters: 'a, b',
      rule: call => {
        const [a, b] = [asArray(call.args.a, ndarray), asArray(call.args.b, ndarray)];
        if (a?.shape?.length !== 1 || b?.shape?.length !== 1) return unknown;
        return dot(call);
      },
    },
  ],
};
