import type { Call } from '../ops/call';
import { pairShapes } from '../ops/elementwise';
import type { Family } from '../ops/entry';
import { flagArgument, numberArgument } from '../ops/readArguments';
import { axisPlace, reduced } from '../shapes/axes';
import { unknown, type Value } from '../values/value';
import { functional, layer } from './layer/layer';
import { tensor, tensorIn } from './tensor/tensor';

/** Two tensors paired, and the axis of their features taken out. */
function compared(call: Call, dim: Value | undefined, standard: number, keep: Value | undefined): Value {
  const [a, b] = [tensorIn(call.args.input)?.shape, tensorIn(call.args.other)?.shape];
  const axis = dim ? numberArgument(dim) : standard;
  const kept = flagArgument(keep, false);
  if (!a || !b) return unknown;
  const shape = pairShapes(call, a, b, ['input', 'other']);
  const place = shape && axis !== undefined ? axisPlace(axis, shape.length) : undefined;
  return shape && place !== undefined && kept !== undefined
    ? tensor(reduced(shape, [place], kept), 'float32')
    : unknown;
}

export const similarity: Family = {
  title: 'Similarities and distances',
  about: 'The two are paired as in arithmetic, and the axis of the features is taken out.',
  entries: [
    functional(['cosine_similarity', 'torch.cosine_similarity'], 'input, other, dim=1, eps=1e-8', call =>
      compared(call, call.args.dim, 1, undefined),
    ),
    functional(
      ['pairwise_distance', 'torch.pairwise_distance'],
      'input, other, p=2.0, eps=1e-6, keepdim=False',
      call => compared(call, undefined, -1, call.args.keepdim),
    ),
    layer({
      names: ['CosineSimilarity'],
      parameters: 'dim=1, eps=1e-8',
      callParameters: 'input, other',
      rule: (call, use) => compared(call, use.setting('dim'), 1, undefined),
    }),
    layer({
      names: ['PairwiseDistance'],
      parameters: 'p=2.0, eps=1e-6, keepdim=False',
      callParameters: 'input, other',
      rule: (call, use) => compared(call, undefined, -1, use.setting('keepdim')),
    }),
  ],
};
