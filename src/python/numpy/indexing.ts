import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Family } from '../ops/entry';
import { assignPart, readPart } from '../ops/indexing';
import { bool, float, int, unknown, type Value } from '../values/value';

/** One element is a number, as far as shapes go. */
function element(dtype: string | undefined): Value {
  if (dtype === 'bool') return bool();
  // an array of lists, or of anything else
  if (dtype === 'object') return unknown;
  if (dtype?.startsWith('float')) return float();
  return dtype && /^u?int/.test(dtype) ? int(undefined) : numpyArray([], dtype);
}

export const indexing: Family = {
  title: 'Indexing',
  about:
    'Numbers, slices, several axes, `None`, masks and arrays of indices; and what is assigned to such a part.',
  entries: [
    {
      kind: 'function',
      names: ['numpy.ndarray.__getitem__'],
      parameters: 'self, index',
      rule: call => {
        const part = readPart(call);
        return part?.kind === 'array' && part.shape?.length === 0 ? element(part.dtype) : (part ?? unknown);
      },
    },
    {
      kind: 'function',
      names: ['numpy.ndarray.__setitem__'],
      parameters: 'self, index, value',
      rule: call => assignPart(call, value => asArray(value, ndarray)),
    },
  ],
};
