import type { DataFix } from '../../../core/network/dataReport';
import { DataError } from '../../dataError';
import { listed, quoted } from '../../sentence';
import { askedRole, type ColumnRoles, notationOf, treatmentOf } from '../columnRole';
import type { ColumnScan } from '../columnScan';
import type { Decimal, NumberNotation } from './notation';
import { sayNotation } from './sayNotation';

/** What else is known of a table when the notation of its numbers is worked out. */
export interface TableManner {
  readonly file: string;
  /** What parts its columns, where it is text. */
  readonly delimiter?: string | undefined;
  /** Whether its numbers are known to be written plainly. */
  readonly canonical?: boolean | undefined;
}

/**
 * Works out for each column of a table what a comma and a point in its numbers mean, by all its cells, then by the other
 * columns and by what parts them. What had to be worked out is added to `choices`; a column that could be read in two
 * ways is a fault.
 */
export function settleNotations(
  columns: readonly ColumnScan[],
  roles: ColumnRoles,
  manner: TableManner,
  choices: string[],
): void {
  if (manner.canonical) return;
  const verdicts = columns.map(column => {
    const asked = notationOf(askedRole(roles, column.name));
    return asked && 'decimal' in asked ? sure(column, asked.decimal) : ownVerdict(column);
  });
  const decided: Record<Decimal, string | undefined> = { '.': undefined, ',': undefined };
  for (const [i, verdict] of verdicts.entries()) {
    if (verdict.isSure && verdict.isMarked) decided[verdict.notation.decimal] ??= columns[i]!.name;
  }
  const sentences = new Map<string, { readonly names: string[]; readonly rest: string }>();
  for (const [i, column] of columns.entries()) {
    const verdict = verdicts[i]!;
    const role = askedRole(roles, column.name);
    const isText = role !== undefined && treatmentOf(role) !== 'number';
    const { notation, because }: Reading =
      verdict.isSure || isText ? verdict : byOthers(column, decided, manner);
    column.settle(notation);
    const rest = column.isNumeric && !isText ? sayNotation(column, notation, because) : undefined;
    if (rest === undefined) continue;
    const alike = sentences.get(rest.key);
    if (alike) alike.names.push(column.name);
    else sentences.set(rest.key, { names: [column.name], rest: rest.text });
  }
  for (const { names, rest } of sentences.values()) choices.push(`${listed(names, 6)}: ${rest}`);
}

interface Reading {
  readonly notation: NumberNotation;
  /** Why, where it isn't plain. */
  readonly because?: string;
}

interface Verdict extends Reading {
  /** Whether the column alone says so. */
  readonly isSure: boolean;
  /** Whether there is a mark before decimals, or one that can only stand before thousands, so that it speaks for others. */
  readonly isMarked: boolean;
}

function sure(column: ColumnScan, decimal: Decimal): Verdict {
  return { notation: best(column, decimal), isSure: true, isMarked: true };
}

/** What the cells of the column alone say. */
function ownVerdict(column: ColumnScan): Verdict {
  const point = best(column, '.');
  const comma = best(column, ',');
  const [asPoint, asComma] = [column.countIn(point), column.countIn(comma)];
  const isMarked = asPoint !== asComma;
  const notation = asComma > asPoint ? comma : point;
  // a number that is no number either way is a slip, not a doubt
  const isSure = isMarked || (asPoint === 0 && asComma === 0);
  return { notation, isSure, isMarked: isMarked && column.countIn(notation) > 0.9 * column.present };
}

/** The notation with this before the decimals that most cells can be read in. */
function best(column: ColumnScan, decimal: Decimal): NumberNotation {
  const { forms } = column.evidence;
  let found: NumberNotation = { decimal };
  let most = column.countIn(found);
  for (const thousands of forms.thousands(decimal)) {
    for (const sign of forms.signs()) {
      const notation = { decimal, ...(thousands ? { thousands } : {}), ...(sign ? { sign } : {}) };
      const count = column.countIn(notation);
      if (count > most) [found, most] = [notation, count];
    }
  }
  return found;
}

/** What the rest of the table says of a column whose own cells can be read both ways. */
function byOthers(
  column: ColumnScan,
  decided: Readonly<Record<Decimal, string | undefined>>,
  manner: TableManner,
): Reading {
  const { forms, small, large } = column.evidence;
  const doubt = forms.doubtful();
  const [others] = (['.', ','] as const).filter(mark => decided[mark] && !decided[mark === '.' ? ',' : '.']);
  const words = { '.': 'a point', ',': 'a comma' };
  const as = (decimal: Decimal, because?: string): Reading => ({
    notation: best(column, decimal),
    ...(because ? { because } : {}),
  });
  if (!doubt) return as(others ?? '.');
  const { mark } = doubt;
  const isThousands = others !== undefined && others !== mark;
  // in JSON a number is a number
  if (mark === '.' && manner.delimiter === undefined) return as('.');
  if (others && !(isThousands && large))
    return as(others, `as the decimals of ${decided[others]} have ${words[others]}`);
  if (mark === '.' && !others && (manner.delimiter !== ';' || large)) return as('.');
  if (mark === ',' && !decided['.'] && !decided[',']) {
    if (large) return as(',', 'as larger numbers have none');
    if (small && manner.delimiter !== ';') return as('.', 'as numbers below 1000 have none');
    if (manner.delimiter === ';' && !small) return as(',', 'as semicolons part the columns');
  }
  throw doubtful(column.name, doubt, manner.file);
}

function doubtful(
  name: string,
  { cell, mark, point, comma }: { cell: string; mark: Decimal; point: number; comma: number },
  file: string,
): DataError {
  const shown = cell.trim();
  const word = mark === ',' ? 'comma' : 'point';
  const [thousands, decimals] = mark === ',' ? [point, comma] : [comma, point];
  const [asThousands, asDecimals] =
    mark === ',' ? ['decimal-point', 'decimal-comma'] : ['decimal-comma', 'decimal-point'];
  const fix = (value: string, number: number): DataFix => ({
    title: `Read ${shown} in ${name} as ${number}`,
    path: ['data', 'columns', name],
    value,
  });
  return new DataError(
    `${quoted(shown)} in column ${name} of ${file} may be ${thousands}, with a ${word} before thousands, or ${decimals}, with a ${word} before the decimals, and nothing says which. Say "${asThousands}" or "${asDecimals}" for ${name} under columns.`,
    {
      code: 'doubtful-numbers',
      field: 'data.columns',
      fixes: [fix(asThousands!, thousands), fix(asDecimals!, decimals)],
    },
  );
}
