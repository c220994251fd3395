import { numpyArray } from '../ops/array';
import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { type Dim, isNumber } from '../sizes/size';
import { type InstanceValue, int, itemsOf, list, string, tuple, unknown, type Value } from '../values/value';

/** A table is an instance whose attributes keep its rows and its columns' names. */
function tableOf(call: Call, rows: Dim, columns: readonly string[]): Value {
  const table = call.invoke(call.named('pandas.DataFrame'), []);
  if (table.kind !== 'instance') return unknown;
  call.set(table.attributes, ' rows', int(rows));
  call.set(table.attributes, ' columns', list(columns.map(name => string(name))));
  return table;
}

function factsOf(
  value: Value | undefined,
): { readonly rows: Dim; readonly columns: readonly string[] } | undefined {
  if (value?.kind !== 'instance') return undefined;
  const rows = (value as InstanceValue).attributes.get(' rows');
  const columns = (value as InstanceValue).attributes.get(' columns');
  const names = columns && itemsOf(columns)?.map(name => (name.kind === 'string' ? name.value : undefined));
  if (rows?.kind !== 'int' || !names || names.includes(undefined)) return undefined;
  return { rows: rows.size, columns: names as string[] };
}

function shapeOf({ args: { self } }: Call): readonly Dim[] | undefined {
  const facts = factsOf(self);
  return facts && [facts.rows, facts.columns.length];
}

export const tables: Family = {
  title: 'Tables',
  about: 'The columns and rows of a CSV file that `pandas.read_csv` reads.',
  entries: [
    { kind: 'class', names: ['pandas.DataFrame'], parameters: '*rest, **extra' },
    {
      kind: 'function',
      names: ['pandas.read_csv'],
      parameters: 'file, sep=",", delimiter=None, header=0, index_col=None, names=None, **extra',
      rule: call => {
        const { file, header, index_col, names } = call.args;
        if (
          file?.kind !== 'string' ||
          file.value === undefined ||
          header ||
          index_col ||
          names ||
          call.extra.size > 0
        )
          return unknown;
        const facts = call.files.describe(file.value);
        if (facts?.kind !== 'table' || facts.hasHeading === false) return unknown;
        return tableOf(
          call,
          facts.rows,
          facts.columns.map(({ name }) => name),
        );
      },
    },
    {
      kind: 'attribute',
      names: ['pandas.DataFrame.values'],
      rule: call => {
        const shape = shapeOf(call);
        return shape ? numpyArray(shape) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['pandas.DataFrame.to_numpy'],
      parameters: 'self, dtype=None, copy=False',
      rule: call => {
        const shape = shapeOf(call);
        return shape ? numpyArray(shape) : unknown;
      },
    },
    {
      kind: 'attribute',
      names: ['pandas.DataFrame.shape'],
      rule: call => {
        const shape = shapeOf(call);
        return shape ? tuple(shape.map(int)) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['pandas.DataFrame.__getitem__'],
      parameters: 'self, key',
      rule: call => {
        const { self, key } = call.args;
        const facts = factsOf(self);
        if (!facts || !key) return unknown;
        const wanted =
          key.kind === 'list'
            ? itemsOf(key)?.map(name => (name.kind === 'string' ? name.value : undefined))
            : undefined;
        if (wanted?.every(name => name !== undefined && facts.columns.includes(name)))
          return tableOf(call, facts.rows, wanted as string[]);
        if (key.kind === 'string' && key.value !== undefined && facts.columns.includes(key.value))
          return tableColumn(facts.rows);
        return unknown;
      },
    },
    {
      kind: 'function',
      names: ['pandas.DataFrame.drop'],
      parameters:
        'self, labels=None, axis=0, index=None, columns=None, level=None, inplace=False, errors=None',
      rule: call => {
        const facts = factsOf(call.args.self);
        const { labels, axis, columns, inplace, index } = call.args;
        if (!facts || inplace || index) return unknown;
        const dropsColumns =
          columns ??
          (axis &&
          ((axis.kind === 'int' && axis.size === 1) || (axis.kind === 'string' && axis.value === 'columns'))
            ? labels
            : undefined);
        if (!dropsColumns) return unknown;
        const names = (dropsColumns.kind === 'string' ? [dropsColumns] : (itemsOf(dropsColumns) ?? [])).map(
          name => (name.kind === 'string' ? name.value : undefined),
        );
        if (names.length === 0 || names.some(name => name === undefined || !facts.columns.includes(name)))
          return unknown;
        return tableOf(
          call,
          facts.rows,
          facts.columns.filter(name => !names.includes(name)),
        );
      },
    },
    {
      kind: 'function',
      names: ['pandas.DataFrame.head'],
      parameters: 'self, n=5',
      rule: call => {
        const facts = factsOf(call.args.self);
        const n = call.args.n ? (call.args.n.kind === 'int' ? call.args.n.size : undefined) : 5;
        if (!facts) return unknown;
        return tableOf(
          call,
          isNumber(facts.rows) && isNumber(n) ? Math.min(facts.rows, n) : undefined,
          facts.columns,
        );
      },
    },
    {
      kind: 'attribute',
      names: ['pandas.Series.values'],
      rule: ({ args: { self } }) => (self?.kind === 'array' ? numpyArray(self.shape) : unknown),
    },
    {
      kind: 'function',
      names: ['pandas.Series.to_numpy'],
      parameters: 'self, dtype=None',
      rule: ({ args: { self } }) => (self?.kind === 'array' ? numpyArray(self.shape) : unknown),
    },
    {
      kind: 'attribute',
      names: ['pandas.Series.shape'],
      rule: ({ args: { self } }) =>
        self?.kind === 'array' && self.shape ? tuple(self.shape.map(int)) : unknown,
    },
  ],
};

/** A column has one size. It isn't an array of NumPy: its arithmetic goes by its index. */
function tableColumn(rows: Dim): Value {
  return { kind: 'array', type: 'pandas.Series', shape: [rows] };
}
