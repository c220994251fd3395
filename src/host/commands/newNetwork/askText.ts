import { ask } from './ask';
import type { WrittenData } from './writtenData';

const split = { test: 0.1, seed: 1 };

/** Whether a name is that of a text, which may hold a table all the same. */
export const isText = (file: string) => /\.txt$/i.test(file);

/** Asks what a text is to be cut into; `table` where it holds columns. */
export function askText(file: string): Promise<WrittenData | 'table' | undefined> {
  return ask<WrittenData | 'table'>(`What is in ${file}?`, [
    {
      label: 'A text, character after character',
      description: 'learns to say the next one after 16',
      value: { text: file, window: 16, split },
    },
    {
      label: 'Lines by themselves, such as names',
      description: 'characters; the test set is lines that aren’t learnt from',
      value: { text: file, window: 8, splitBy: 'lines', split },
    },
    {
      label: 'A text, word after word',
      description: 'learns to say the next one after 8; the 5,000 most frequent are told apart',
      value: { text: file, tokens: 'words', window: 8, vocabulary: 5000, split },
    },
    { label: 'A table', description: 'columns, parted by blanks or signs', value: 'table' },
  ]);
}
