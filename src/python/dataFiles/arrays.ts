import { numpyArray } from '../ops/array';
import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { numberArgument } from '../ops/readArguments';
import { dict, type InstanceValue, unknown, type Value } from '../values/value';

/** The arrays of a file by name, as values; undefined where its headers aren't known. */
function arraysOf(call: Call, path: Value | undefined): ReadonlyMap<string, Value> | undefined {
  if (path?.kind !== 'string' || path.value === undefined) return undefined;
  const facts = call.files.describe(path.value);
  if (facts?.kind !== 'arrays') return undefined;
  const origin = { span: call.span, words: `, as ${path.value} says` };
  return new Map(
    facts.arrays.map(({ name = '', shape, dtype }) => [name, { ...numpyArray(shape, dtype), origin }]),
  );
}

export const arrays: Family = {
  title: 'Files of arrays',
  about: 'The headers of `.npy`, `.npz` and HDF5 files in the workspace, and the columns of text files.',
  entries: [
    {
      kind: 'function',
      names: ['numpy.load'],
      parameters: 'file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding=None',
      rule: call => {
        const found = arraysOf(call, call.args.file);
        if (!found) return unknown;
        const only = found.get('');
        return only ?? dict(found);
      },
    },
    {
      kind: 'function',
      names: ['numpy.loadtxt', 'numpy.genfromtxt'],
      parameters:
        'fname, dtype=float, comments="#", delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False, ndmin=0, **kwargs',
      rule: ({ args, files, extra }) => {
        const { fname } = args;
        if (fname?.kind !== 'string' || fname.value === undefined || args.converters || extra.has('names'))
          return unknown;
        const facts = files.describe(fname.value);
        if (facts?.kind !== 'table' || args.unpack || args.usecols || args.ndmin) return unknown;
        const skipped = args.skiprows ?? extra.get('skip_header');
        const skip = skipped ? numberArgument(skipped) : 0;
        const lines = facts.rows === undefined ? undefined : facts.rows + (facts.hasHeading ? 1 : 0);
        const rows = lines === undefined || skip === undefined ? undefined : lines - skip;
        const columns = facts.columns.length;
        // one column or one row comes out as a vector
        if (columns === 1) return numpyArray([rows], 'float64');
        return rows === 1 || rows === undefined ? unknown : numpyArray([rows, columns], 'float64');
      },
    },
    {
      kind: 'class',
      names: ['h5py.File'],
      parameters: 'name, mode="r", driver=None, **kwargs',
      init: (call, self) => {
        const found = arraysOf(call, call.args.name);
        call.set(self.attributes, ' arrays', found ? dict(found) : unknown);
      },
    },
    {
      kind: 'function',
      names: ['h5py.File.__getitem__', 'h5py.File.get'],
      parameters: 'self, key',
      rule: ({ args: { self, key } }) => {
        const found = (self as InstanceValue | undefined)?.attributes?.get(' arrays');
        if (found?.kind !== 'dict' || key?.kind !== 'string' || key.value === undefined) return unknown;
        return found.cells.get(key.value.replace(/^\//, '')) ?? unknown;
      },
    },
    {
      kind: 'function',
      names: ['numpy.save', 'numpy.savez', 'numpy.savetxt'],
      parameters: '*rest, **extra',
      rule: () => ({ kind: 'none' }),
    },
  ],
};
