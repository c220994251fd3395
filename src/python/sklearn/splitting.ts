import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import { type Dim, formatDim, isNumber } from '../sizes/size';
import { list, unknown, type Value } from '../values/value';

/** How many examples of m go to the test set: a share is rounded up. Undefined where that isn't known. */
function testSize(call: Call, m: Dim): Dim {
  const { test_size: size, train_size: other } = call.args;
  if (other && other.kind !== 'none') return undefined;
  if (size?.kind === 'int') return size.size;
  const share = !size || size.kind === 'none' ? 0.25 : size.kind === 'float' ? size.value : undefined;
  return share === undefined || !isNumber(m) ? undefined : Math.ceil(share * m);
}

export const splitting: Family = {
  title: 'Training and test sets',
  about: '`train_test_split` takes arrays with as many examples each.',
  entries: [
    {
      kind: 'function',
      names: ['sklearn.model_selection.train_test_split', 'sklearn.cross_validation.train_test_split'],
      parameters: '*arrays, test_size=None, train_size=None, random_state=None, shuffle=True, stratify=None',
      rule: call => {
        const parts: Value[] = [];
        let first: { readonly m: Dim; readonly words: string } | undefined;
        for (const [i, value] of call.rest.entries()) {
          if (value.kind !== 'array' || !value.shape || value.shape.length === 0) {
            parts.push(unknown, unknown);
            continue;
          }
          const [m, ...rest] = value.shape;
          const { words, origins } = call.operand(`#${i}`);
          const certainty = first ? compareSizes(first.m, m) : 'same';
          if (first && isDifferent(certainty)) {
            call.report({
              code: 'shape-mismatch',
              certainty,
              message: `${call.written} splits arrays with as many examples each, but ${first.words} has ${formatDim(first.m)} and ${words} has ${formatDim(m)}.`,
              related: origins,
            });
          }
          first ??= { m, words };
          const test = testSize(call, m);
          const train = isNumber(m) && isNumber(test) ? m - test : undefined;
          for (const size of [train, test])
            parts.push({ ...value, shape: [size, ...rest], origin: undefined });
        }
        return list(parts);
      },
    },
  ],
};
