import { asArray } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { tensor, tensorType } from '../ops/tensor';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import type { Dim } from '../sizes/size';
import { unknown, type Value } from '../values/value';
import { formatDims } from '../values/words';

/** A loss whose labels must have this shape. What it gives has the shape of the labels. */
function loss(call: Call, wanted: (scores: readonly Dim[]) => readonly Dim[], why: string): Value {
  const [labels, scores] = [call.args.labels, call.args.logits].map(value => asArray(value, tensorType));
  if (!labels?.shape || !scores?.shape || scores.shape.length === 0) return unknown;
  const [given, right] = [labels.shape, wanted(scores.shape)];
  const certainty =
    given.length === right.length
      ? given.map((size, i) => compareSizes(size, right[i])).find(isDifferent)
      : ('different' as const);
  if (!certainty) return tensor(right, scores.dtype);
  const [left, other] = [call.operand('labels'), call.operand('logits')];
  call.report({
    code: 'label-shape-mismatch',
    certainty,
    message: `${left.words} is ${formatDims(given)}, but ${other.words} is ${formatDims(scores.shape)}: ${why}.`,
    related: [...left.origins, ...other.origins],
  });
  return unknown;
}

export const losses: Family = {
  title: 'Losses of scores',
  about:
    'For `sigmoid_cross_entropy_with_logits` labels have the shape of the scores, for `sparse_softmax_cross_entropy_with_logits` one class number for each row of scores.',
  entries: [
    {
      kind: 'function',
      names: ['tensorflow.nn.sigmoid_cross_entropy_with_logits'],
      parameters: 'labels=None, logits=None, name=None, **extra',
      rule: call => loss(call, scores => scores, 'both must have the same shape'),
    },
    {
      kind: 'function',
      names: ['tensorflow.nn.sparse_softmax_cross_entropy_with_logits'],
      parameters: 'labels=None, logits=None, name=None, **extra',
      rule: call => loss(call, scores => scores.slice(0, -1), 'each row of scores takes one class number'),
    },
  ],
};
