import { asArray, wider } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { axesArgument, flagArgument } from '../ops/readArguments';
import { reportAxis } from '../ops/reportAxis';
import { reportBatch, reportInner } from '../ops/reportProduct';
import { tensor, tensorType } from '../ops/tensor';
import { axisPlace, reduced } from '../shapes/axes';
import { matmulShape } from '../shapes/matmul';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import type { Dim } from '../sizes/size';
import { unknown, type Value } from '../values/value';
import { formatDims } from '../values/words';

function matmul(call: Call): Value {
  const { args } = call;
  const [a, b] = [asArray(args.a, tensorType), asArray(args.b, tensorType)];
  const flips = [args.transpose_a, args.transpose_b].map(flag => flagArgument(flag, false));
  if (!a?.shape || !b?.shape || flips.includes(undefined) || args.adjoint_a || args.adjoint_b) return unknown;
  for (const [name, { shape }] of [
    ['a', a],
    ['b', b],
  ] as const) {
    if (!shape || shape.length >= 2) continue;
    const { words, origins } = call.operand(name);
    call.report({
      code: 'shape-mismatch',
      message: `${call.written} multiplies matrices, but ${words} is ${formatDims(shape)}. As a column it would be tf.reshape(${words}, [-1, 1]).`,
      related: origins,
    });
    return unknown;
  }
  const flipped = (shape: readonly Dim[], flip: boolean | undefined) =>
    flip ? [...shape.slice(0, -2), shape.at(-1), shape.at(-2)] : shape;
  const [left, right] = [flipped(a.shape, flips[0]), flipped(b.shape, flips[1])];
  const product = matmulShape(left, right);
  if (!product) return unknown;
  if (product.inner) {
    reportInner(call, left, right, product.inner);
    return unknown;
  }
  if (product.batch) {
    reportBatch(call, left, right, product.batch);
    return unknown;
  }
  return tensor(product.shape, wider(a.dtype, b.dtype));
}

function reduce(call: Call): Value {
  const { args } = call;
  const of = asArray(args.input_tensor, tensorType);
  const axes = axesArgument(args.axis ?? args.reduction_indices);
  const keep = flagArgument(args.keepdims ?? args.keep_dims, false);
  if (!of?.shape || axes === undefined || keep === undefined) return unknown;
  const { shape } = of;
  const all = axes === 'all' ? shape.map((_, i) => i) : axes;
  const places = all.map(axis => axisPlace(axis, shape.length));
  const wrong = places.indexOf(undefined);
  if (wrong >= 0) {
    reportAxis(call, 'input_tensor', shape, all[wrong]!);
    return unknown;
  }
  return tensor(reduced(shape, places as number[], keep), of.dtype);
}

/** A loss of one-hot labels and scores, for each example. */
function crossEntropy(call: Call): Value {
  const [labels, logits] = [call.args.labels, call.args.logits].map(value => asArray(value, tensorType));
  if (!logits?.shape || !labels?.shape || logits.shape.length === 0) return unknown;
  const clash =
    logits.shape.length === labels.shape.length
      ? logits.shape.map((dim, i) => compareSizes(dim, labels.shape![i])).find(isDifferent)
      : undefined;
  if (clash) {
    const [left, right] = [call.operand('labels'), call.operand('logits')];
    call.report({
      code: 'label-shape-mismatch',
      certainty: clash,
      message: `${left.words} is ${formatDims(labels.shape)}, but ${right.words} is ${formatDims(logits.shape)}: each label needs as many columns as there are scores.`,
      related: [...left.origins, ...right.origins],
    });
    return unknown;
  }
  return tensor(logits.shape.slice(0, -1), logits.dtype);
}

const reductions = ['sum', 'mean', 'max', 'min', 'prod', 'any', 'all', 'logsumexp', 'std', 'variance'];

export const products: Family = {
  title: 'Products and reductions of tensors',
  about:
    '`matmul` takes matrices, not vectors; `reduce_sum` and the like; cross-entropy of labels and scores.',
  entries: [
    {
      kind: 'function',
      names: ['tensorflow.matmul', 'tensorflow.linalg.matmul', 'tensorflow.Tensor.__matmul__'],
      parameters:
        'a, b, transpose_a=False, transpose_b=False, adjoint_a=None, adjoint_b=None, *rest, **extra',
      rule: matmul,
    },
    {
      kind: 'function',
      names: reductions.flatMap(name => [`tensorflow.reduce_${name}`, `tensorflow.math.reduce_${name}`]),
      parameters:
        'input_tensor, axis=None, keepdims=False, name=None, reduction_indices=None, keep_dims=None',
      rule: reduce,
    },
    {
      kind: 'function',
      names: [
        'tensorflow.nn.softmax_cross_entropy_with_logits',
        'tensorflow.nn.softmax_cross_entropy_with_logits_v2',
      ],
      parameters: 'labels=None, logits=None, **extra',
      rule: crossEntropy,
    },
  ],
};
