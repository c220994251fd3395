import { ask } from './ask';
import type { WrittenData } from './writtenData';

/** Asks whether a table's texts are to be learnt from in the place of its other columns: the data then, undefined where not. */
export async function askTextColumn(data: WrittenData, column: string): Promise<WrittenData | undefined> {
  const chosen = await ask<{ readonly data?: WrittenData }>(
    `${column} holds texts. What shall be learnt from?`,
    [
      {
        label: 'The other columns',
        description: 'numbers and categories, as dense layers take them',
        value: {},
      },
      {
        label: `The texts of ${column} alone`,
        description: 'words, as an embedding takes them',
        value: { data: { ...data, columns: { [column]: 'text' } } },
      },
    ],
  );
  return chosen?.data;
}
