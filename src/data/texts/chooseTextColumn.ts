import { DataError } from '../dataError';
import { listed } from '../sentence';
import { askedRole, type ColumnRoles, chooseRole, treatmentOf } from '../tables/columnRole';
import type { ColumnScan } from '../tables/columnScan';
import { looksLikeText } from './looksLikeText';

/** What was worked out about the columns of text of a table. */
export interface TextChoice {
  /** The one that is learnt from, by itself. */
  readonly column?: ColumnScan;
  /** One that is left out, as there are other columns to learn from. */
  readonly leftOut?: string;
}

/**
 * The column whose texts are the examples: the one that is asked for, or the only thing to learn from. A text is learnt from by
 * itself, since an embedding takes nothing but tokens.
 */
export function chooseTextColumn(
  columns: readonly ColumnScan[],
  roles: ColumnRoles,
  rows: number,
  choices: string[],
): TextChoice {
  const asked = columns.filter(({ name }) => askedRole(roles, name) === 'text');
  const [one, another] = asked;
  if (one && another) {
    throw new DataError(
      `${listed(asked.map(({ name }) => name))} are all to be read as text, but one column of text is learnt from. Say "ignore" for the others.`,
      { code: 'bad-column', field: `data.columns.${another.name}`, suggestions: ['ignore'] },
    );
  }
  const isIgnored = ({ name }: ColumnScan) => askedRole(roles, name) === 'ignore';
  if (one) {
    const others = columns.filter(column => column !== one && !isIgnored(column)).map(({ name }) => name);
    if (others.length > 0)
      choices.push(
        `${listed(others)} ${others.length === 1 ? 'is' : 'are'} left out: the texts of ${one.name} are learnt from by themselves.`,
      );
    return { column: one };
  }
  const texts = columns.filter(
    column => !askedRole(roles, column.name) && isLeftOut(column, rows) && looksLikeText(column),
  );
  const [first] = texts.sort((a, b) => lengthOf(b) - lengthOf(a));
  if (!first) return {};
  const used = columns.filter(column => {
    const role = askedRole(roles, column.name);
    return role ? treatmentOf(role) !== 'ignore' : !isLeftOut(column, rows);
  });
  if (used.length > 0) return { leftOut: first.name };
  const because =
    texts.length > 1
      ? `its texts are longer than those of ${listed(texts.slice(1).map(({ name }) => name))}`
      : 'its cells are texts of several words, many of which come again';
  choices.push(`${first.name} is read as text: ${because}.`);
  return { column: first };
}

const isLeftOut = (column: ColumnScan, rows: number) => chooseRole(column, rows).role === 'ignore';

const lengthOf = ({ sample }: ColumnScan) =>
  sample.cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, sample.cells.length);
