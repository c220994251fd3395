import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { assignPart, mustFit, readPart } from '../ops/indexing';
import { fieldIn } from '../ops/structured';
import { bool, float, int, none, unknown, type Value } from '../values/value';

/** One element is a number, as far as shapes go. */
function element(dtype: string | undefined): Value {
  if (dtype === 'bool') return bool();
  // an array of lists, or of anything else
  if (dtype === 'object') return unknown;
  if (dtype?.startsWith('float')) return float();
  return dtype && /^u?int/.test(dtype) ? int(undefined) : numpyArray([], dtype);
}

/** An array of floats is no index, be they whole numbers: labels from a file often are. */
function reportFloats(call: Call): boolean {
  const { index } = call.args;
  const parts = index?.kind === 'tuple' ? index.items : index ? [index] : [];
  const wrong = parts.find(
    part => part.kind === 'array' && part.type === ndarray && part.dtype?.startsWith('float'),
  );
  if (wrong?.kind !== 'array' || !wrong.shape || wrong.shape.length === 0) return false;
  const { words, origins } = call.operand('index');
  call.report({
    code: 'invalid-argument',
    message: `${words} holds ${wrong.dtype}, and an array takes only whole numbers and truths as indices: write .astype(int).`,
    related: origins,
  });
  return true;
}

export const indexing: Family = {
  title: 'Indexing',
  about:
    'Numbers, slices, several axes, `None`, masks, arrays of indices and names of fields; and what is assigned to such a part.',
  entries: [
    {
      kind: 'function',
      names: ['numpy.ndarray.__getitem__'],
      parameters: 'self, index',
      rule: call => {
        const { self, index } = call.args;
        if (index?.kind === 'string') return fieldIn(self, index) ?? unknown;
        if (reportFloats(call)) return unknown;
        const part = readPart(call);
        return part?.kind === 'array' && part.shape?.length === 0 ? element(part.dtype) : (part ?? unknown);
      },
    },
    {
      kind: 'function',
      names: ['numpy.ndarray.__setitem__'],
      parameters: 'self, index, value',
      rule: call => {
        const { self, index, value } = call.args;
        if (index?.kind !== 'string') return assignPart(call, given => asArray(given, ndarray));
        mustFit(call, fieldIn(self, index)?.shape, asArray(value, ndarray)?.shape);
        return none;
      },
    },
  ],
};
