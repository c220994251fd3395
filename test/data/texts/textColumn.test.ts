import { describe, expect, it } from 'vitest';
import { dataSchema } from '../../../src/core/network/schema';
import { proposeHidden } from '../../../src/core/proposal/proposeHidden';
import { describeData, loadData, loadInputs } from '../../../src/data/data';
import { typedColumns } from '../../../src/data/inputs/typedColumns';
import { typedValues } from '../../../src/data/inputs/typedValues';
import type { TextColumn } from '../../../src/data/preprocessing';
import { preprocessingSchema } from '../../../src/runs/folder/preprocessingSchema';
import { memoryFiles } from '../memoryFiles';

const reviews = [
  'text,label',
  'I liked the film very much,good',
  '"I liked the play, really",good',
  'The film was dull and long,bad',
  'The play was dull and loud,bad',
  'I liked the play and the film,good',
  'the room was dull and I left early,bad',
].join('\n');

const read = async (
  content: string | Uint8Array,
  settings: object = {},
  more: Record<string, string> = {},
) => {
  const files = memoryFiles({ 'a.csv': content, ...more });
  const parsed = dataSchema.parse({ file: 'a.csv', target: 'label', split: { test: 0 }, ...settings });
  const described = await describeData(parsed, files);
  const data = await loadData(parsed, files);
  expect(data.report.facts!.inputShape).toEqual(described.facts!.inputShape);
  expect(data.report.facts!.tokens).toEqual(described.facts!.tokens);
  expect(preprocessingSchema.parse(data.preprocessing)).toEqual(data.preprocessing);
  return { ...data, files, settings: parsed };
};

const fault = (content: string | Uint8Array, settings: object = {}) =>
  read(content, settings).then(
    () => '',
    (error: Error) => error.message,
  );

const indicesOf = (
  { train, test }: Pick<Awaited<ReturnType<typeof read>>, 'train' | 'test'>,
  of: 'train' | 'test' = 'train',
) => {
  const set = of === 'train' ? train : test!;
  const [length] = set.inputShape;
  const X = new Float64Array(set.m * length!);
  set.gatherInputs(
    Uint32Array.from({ length: set.m }, (_, i) => i),
    0,
    set.m,
    X,
  );
  return Array.from({ length: set.m }, (_, i) => [...X.subarray(i * length!, (i + 1) * length!)]);
};

const choicesOf = (data: Awaited<ReturnType<typeof read>>) => data.report.facts!.choices;

describe('a column of text', () => {
  it('becomes the indices of its words, padded at the end; those that come once are <other>', async () => {
    const data = await read(reviews);
    const [column] = data.preprocessing.columns!;
    expect(column).toEqual({
      name: 'text',
      as: 'text',
      tokens: 'words',
      vocabulary: ['<padding>', '<other>', 'the', 'and', 'i', 'dull', 'film', 'liked', 'play', 'was'],
      length: 8,
    });
    expect(indicesOf(data)[0]).toEqual([4, 7, 2, 6, 1, 1, 0, 0]);
    expect(indicesOf(data)[1]).toEqual([4, 7, 2, 8, 1, 1, 0, 0]);
    expect(data.report.facts!.tokens).toEqual({ of: 'words', vocabulary: 10, column: 'text' });
    expect(choicesOf(data)).toContain(
      'text is read as text: its cells are texts of several words, many of which come again.',
    );
    expect(choicesOf(data)).toContain(
      'An example is 8 words: shorter texts are padded at their end, and none is longer.',
    );
    expect(choicesOf(data)).toContain('9 of 39 words (23 %) in the training set are <other>.');
  });

  it('knows the words of the part that is learnt from alone, and counts the others', async () => {
    const test = 'text,label\nthe zebra was dull,bad\n';
    const data = await read(reviews, { test: 't.csv', minimumCount: 1 }, { 't.csv': test });
    const [column] = data.preprocessing.columns!;
    expect(column).not.toMatchObject({ vocabulary: expect.arrayContaining(['zebra']) });
    expect(indicesOf(data, 'test')[0]![1]).toBe(1);
    expect(choicesOf(data)).toContain(
      '0 of 39 words (0 %) in the training set are <other>, and 1 of 4 words (25 %) in the test set.',
    );
    const split = await read(reviews, { split: { test: 0.5, seed: 1 }, minimumCount: 1 });
    const seen = new Set(indicesOf(split).flat());
    // all that it knows is there in the training set
    const { vocabulary } = split.preprocessing.columns![0] as TextColumn;
    expect(vocabulary.every((_, i) => i < 2 || seen.has(i))).toBe(true);
  });

  it('is cut where it is longer than is asked for, which is counted', async () => {
    const data = await read(reviews, { length: 6, vocabulary: 5 });
    expect(data.report.facts!.inputShape).toEqual([6]);
    expect(data.preprocessing.columns![0]).toMatchObject({ vocabulary: { length: 5 } });
    expect(choicesOf(data)).toContain(
      'An example is 6 words: shorter texts are padded at their end, and 2 of 6 are cut (the longest has 8).',
    );
  });

  it('is cut into characters or bytes too', async () => {
    const data = await read('text,label\nab,x\nba,y\nÄa b,x\n', {
      columns: { text: 'text' },
      tokens: 'characters',
      minimumCount: 1,
    });
    expect(data.preprocessing.columns![0]).toMatchObject({
      vocabulary: ['<padding>', '<other>', 'a', 'b', ' ', 'Ä'],
      length: 4,
    });
    const bytes = await read('text,label\né,x\né,y\n', { columns: { text: 'text' }, tokens: 'bytes' });
    expect(bytes.preprocessing.columns![0]).toMatchObject({
      vocabulary: ['<padding>', '<other>', 'a9', 'c3'],
      length: 2,
    });
  });

  it('says how many texts are empty, and never takes padding or <other> from a text', async () => {
    const data = await read(`${reviews}\n,good\n<padding> <other> <other>,bad`, { minimumCount: 1 });
    expect(choicesOf(data)).toContain('1 text of text is empty, all padding.');
    expect(new Set(indicesOf(data)[6])).toEqual(new Set([0]));
    const { vocabulary } = data.preprocessing.columns![0] as TextColumn;
    expect(new Set(vocabulary).size).toBe(vocabulary.length);
  });

  it('is left out beside other columns, unless it is asked for', async () => {
    const [head, ...rows] = reviews.split('\n');
    const rated = [`stars,${head}`, ...rows.map((row, i) => `${(i * 7) % 5}.5,${row}`)].join('\n');
    const data = await read(rated);
    expect(data.report.facts!.leftOutText).toBe('text');
    expect(data.report.facts!.inputNames).toEqual(['stars']);
    expect(choicesOf(data)).toContain(
      'text holds texts: say "text" for it under columns to learn from it, and from no other column.',
    );
    const asked = await read(rated, { columns: { text: 'text' } });
    expect(asked.report.facts!.tokens?.column).toBe('text');
    expect(choicesOf(asked)).toContain('stars is left out: the texts of text are learnt from by themselves.');
  });

  it('is neither names nor codes, though they are all different', async () => {
    const names = ['Smith', 'Jones', 'Mary', 'John', 'Anna', 'Paul'];
    const people = Array.from(
      { length: 36 },
      (_, i) => `Mr ${names[i % 6]} ${names[(i * 5 + 1) % 6]} ${i},x${i % 2}`,
    );
    const codes = Array.from({ length: 36 }, (_, i) => `qa${i} wb${i} ec${i},x${i % 2}`);
    for (const rows of [people, codes])
      expect(await fault(['text,label', ...rows].join('\n'))).toMatch(/can't be learnt from/);
    const [typed] = await read(['text,label', ...people].join('\n'), { columns: { text: 'text' } }).then(
      ({ preprocessing }) => preprocessing.columns!,
    );
    expect(typed).toMatchObject({ as: 'text' });
  });

  it('is read in prediction as in training, and unknown words are named', async () => {
    const { preprocessing, files } = await read(
      reviews,
      { length: 6 },
      {
        'more.csv': 'text\nI liked it not and splendid\n"I liked the film, the play and the film"\n\n',
      },
    );
    expect(typedColumns(preprocessing)).toMatchObject([{ name: 'text', whole: true }]);
    expect(typedValues('dull, dull; dull', preprocessing)).toEqual(['dull, dull; dull']);
    const typed = await loadInputs({ rows: [['The FILM  was splendid']] }, preprocessing, files);
    expect(typed.notes).toEqual([
      "The row: 'splendid' in text wasn't among the words of the training, so it counts as <other>.",
    ]);
    expect(indicesOf({ train: typed.dataset, test: undefined })).toEqual([[2, 6, 9, 1, 0, 0]]);
    const file = await loadInputs({ file: 'more.csv' }, preprocessing, files);
    expect(file.notes).toEqual([
      "more.csv, line 2: 'it', 'not', 'splendid' and ',' in text weren't among the words of the training, so they count as <other> (4 of 16 words in all rows).",
      'more.csv, line 3: the text in text is longer than 6 words, so its end is cut off.',
    ]);
  });

  it('says what can’t be read as one', async () => {
    expect(await fault(reviews, { standardise: true })).toBe(
      'The inputs of a column of text are indices of tokens, which are names and no amounts, so "standardise" means nothing there. Remove it.',
    );
    expect(await fault('a,label\n1,x\n2.5,y\n', { length: 4 })).toBe(
      '"length" is for a column of text, but no column of a.csv is read as one. Say "text" for it under columns, or remove "length".',
    );
    expect(await fault('a,b,label\nx y z,u v w,p\nx y,u v,q\n', { columns: { a: 'text', b: 'text' } })).toBe(
      'a and b are all to be read as text, but one column of text is learnt from. Say "ignore" for the others.',
    );
    expect(await fault('text,label\n,x\n,y\n', { columns: { text: 'text' } })).toBe(
      'All texts of text that are learnt from are empty.',
    );
    expect(await fault('text,label\nab,x\ncd,y\n', { columns: { text: 'text' } })).toBe(
      'No word of text comes 2 times in what is learnt from, so there is nothing to tell texts apart by. Set "minimumCount" to 1, or say "ignore" for text under columns.',
    );
    expect(await fault(Uint8Array.of(0xff, 0xfe, 0, 0, 1, 0, 0, 0))).toContain('UTF-32');
  });

  it('is proposed an embedding, a convolution and the largest values over time', async () => {
    const { report } = await read(reviews);
    const [first] = proposeHidden(report.facts);
    expect(first!.hidden.map(({ type }) => type)).toEqual(['embedding', 'conv1d', 'max-over-time']);
    expect(first!.hidden[0]).toMatchObject({ vocabulary: 10, size: 10 });
  });
});
