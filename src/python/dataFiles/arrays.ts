import { numpyArray } from '../ops/array';
import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { flagArgument, numberArgument } from '../ops/readArguments';
import { reportMissing } from '../ops/reportMissing';
import { dict, type InstanceValue, itemsOf, list, string, unknown, type Value } from '../values/value';

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

/** Whether the program opened the file for reading only, so that what isn't in it can't come into it. */
function isOnlyRead(file: Value | undefined): boolean {
  const mode = file?.kind === 'instance' ? file.attributes.get(' mode') : undefined;
  return !mode || (mode.kind === 'string' && mode.value === 'r');
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
        if (only) return only;
        const archive = call.invoke(call.named('numpy.lib.npyio.NpzFile'), []);
        if (archive.kind !== 'instance') return unknown;
        call.set(archive.attributes, ' arrays', dict(found));
        if (call.args.file?.kind === 'string') call.set(archive.attributes, ' file', call.args.file);
        return archive;
      },
    },
    { kind: 'class', names: ['numpy.lib.npyio.NpzFile'], parameters: '' },
    {
      kind: 'attribute',
      names: ['numpy.lib.npyio.NpzFile.files'],
      rule: ({ args: { self } }) => {
        const found = self?.kind === 'instance' ? self.attributes.get(' arrays') : undefined;
        return found?.kind === 'dict' ? list([...found.cells.keys()].map(name => string(name))) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['numpy.loadtxt', 'numpy.genfromtxt'],
      parameters:
        'fname, dtype=float, comments="#", delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False, ndmin=0, **kwargs',
      rule: call => {
        const { args, files, extra } = call;
        const { fname } = args;
        if (fname?.kind !== 'string' || fname.value === undefined || args.converters || extra.has('names'))
          return unknown;
        const facts = files.describe(fname.value);
        const unpack = flagArgument(args.unpack, false);
        if (facts?.kind !== 'table' || unpack === undefined || args.ndmin) return unknown;
        const skipped = args.skiprows ?? extra.get('skip_header');
        const skip = skipped ? numberArgument(skipped) : 0;
        const lines = facts.rows === undefined ? undefined : facts.rows + (facts.hasHeading ? 1 : 0);
        const rows = lines === undefined || skip === undefined ? undefined : lines - skip;
        const used = args.usecols && (itemsOf(args.usecols) ?? [args.usecols]).map(numberArgument);
        const wrong = used?.find(at => at !== undefined && at >= facts.columns.length);
        if (wrong !== undefined) {
          call.report({
            code: 'missing-in-file',
            span: call.operand('usecols').span,
            message: `${fname.value} has ${facts.columns.length} columns, so the last is ${facts.columns.length - 1} and there is no ${wrong}.`,
          });
          return unknown;
        }
        const columns = used ? used.length : facts.columns.length;
        // one column or one row comes out as a vector
        if (columns === 1) return numpyArray([rows], 'float64');
        if (rows === 1 || rows === undefined) return unknown;
        return numpyArray(unpack ? [columns, rows] : [rows, columns], 'float64');
      },
    },
    {
      kind: 'class',
      names: ['h5py.File'],
      parameters: 'name, mode="r", driver=None, **kwargs',
      init: (call, self) => {
        const found = arraysOf(call, call.args.name);
        call.set(self.attributes, ' arrays', found ? dict(found) : unknown);
        if (call.args.name) call.set(self.attributes, ' file', call.args.name);
        if (call.args.mode) call.set(self.attributes, ' mode', call.args.mode);
      },
    },
    {
      kind: 'function',
      names: ['h5py.File.__getitem__', 'h5py.File.get', 'numpy.lib.npyio.NpzFile.__getitem__'],
      parameters: 'self, key',
      rule: call => {
        const { self, key } = call.args;
        const held = (self as InstanceValue | undefined)?.attributes;
        const [found, file] = [held?.get(' arrays'), held?.get(' file')];
        if (found?.kind !== 'dict' || key?.kind !== 'string' || key.value === undefined) return unknown;
        const name = call.name.startsWith('h5py') ? key.value.replace(/^\/|\/$/g, '') : key.value;
        const array = found.cells.get(name);
        if (array) return array;
        const names = [...found.cells.keys()];
        const isGroup = names.some(each => each.startsWith(`${name}/`));
        if (file?.kind === 'string' && !isGroup && !call.name.endsWith('.get') && isOnlyRead(self)) {
          reportMissing(call, 'key', { file: file.value ?? '', what: 'array', name, names });
        }
        return unknown;
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
