import type { Preprocessing } from '../preprocessing';

/** What parts the values of a typed row: not a comma, where one stands in the numbers of the training. */
export function separatorOf(preprocessing: Preprocessing | undefined): 'commas' | 'semicolons' {
  const hasComma = preprocessing?.columns?.some(column => {
    const notation = column.as === 'number' ? column.notation : undefined;
    return notation && 'decimal' in notation && (notation.decimal === ',' || notation.thousands === ',');
  });
  return hasComma ? 'semicolons' : 'commas';
}

/** The values of a row that is typed in one line. */
export function typedValues(text: string, preprocessing: Preprocessing | undefined): string[] {
  if (preprocessing && isText(preprocessing)) return [text];
  const separator = separatorOf(preprocessing) === 'commas' ? /[,;\t]/ : /[;\t]/;
  return text.split(separator).map(value => value.trim());
}

/** Whether an example is a text: a run of a long one, or a cell of a column of texts. */
export function isText({ text, columns }: Preprocessing): boolean {
  return text !== undefined || columns?.[0]?.as === 'text';
}
