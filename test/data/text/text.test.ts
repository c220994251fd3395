import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataSchema } from '../../../src/core/network/schema';
import { describeData, loadData, loadInputs } from '../../../src/data/data';
import { typedColumns } from '../../../src/data/inputs/typedColumns';
import { typedValues } from '../../../src/data/inputs/typedValues';
import { splitTokens } from '../../../src/data/text/splitTokens';
import { joinTokens, tokenise } from '../../../src/data/text/tokenise';
import { windowsOf } from '../../../src/data/text/windows';
import { preprocessingSchema } from '../../../src/runs/folder/preprocessingSchema';
import { memoryFiles } from '../memoryFiles';

const read = async (content: string | Uint8Array, settings: object, more: Record<string, string> = {}) => {
  const files = memoryFiles({ 'a.txt': content, ...more });
  const parsed = dataSchema.parse({ text: 'a.txt', ...settings });
  const described = await describeData(parsed, files);
  const data = await loadData(parsed, files);
  expect(data.report.facts!.inputShape).toEqual(described.facts!.inputShape);
  expect(data.report.facts!.examples).toEqual(described.facts!.examples);
  expect({ ...data.report.facts!.targets, counts: undefined }).toEqual(described.facts!.targets);
  return { ...data, files };
};

const fault = (content: string | Uint8Array, settings: object = {}, more: Record<string, string> = {}) =>
  read(content, settings, more).then(
    () => '',
    (error: Error) => error.message,
  );

/** Each example of a set as `input>next`, in the tokens' own words. */
const examplesOf = (data: Awaited<ReturnType<typeof read>>, set: 'train' | 'test' = 'train') => {
  const { vocabulary, tokens } = data.preprocessing.text!;
  const examples = data[set];
  if (!examples) return [];
  const [window] = examples.inputShape;
  const order = Uint32Array.from({ length: examples.m }, (_, i) => i);
  const X = new Float64Array(examples.m * window!);
  examples.gatherInputs(order, 0, examples.m, X);
  return Array.from({ length: examples.m }, (_, i) => {
    const row = [...X.subarray(i * window!, (i + 1) * window!)].map(index => vocabulary[index]!);
    return `${joinTokens(row, tokens)}>${examples.truth(i)}`;
  });
};

const all = { split: { test: 0 } };

describe('a text', () => {
  it('gives each run of tokens, and the next one as its class', async () => {
    const data = await read('abac\r\nab', { window: 3, ...all });
    expect(data.preprocessing.text).toEqual({
      tokens: 'characters',
      vocabulary: ['\n', 'a', 'b', 'c'],
      others: false,
      lead: [1, 3, 0],
    });
    expect(data.report.facts!.targets.classes).toEqual(['⏎', 'a', 'b', 'c']);
    expect(examplesOf(data)).toEqual(['aba>c', 'bac>⏎', 'ac\n>a', 'c\na>b']);
    expect(preprocessingSchema.parse(data.preprocessing)).toEqual(data.preprocessing);
    // one row a class, as a softmax is compared with
    const Y = new Float64Array(4);
    data.train.gatherTargets(Uint32Array.of(0), 0, 1, 'one-hot', 4, Y);
    expect([...Y]).toEqual([0, 0, 0, 1]);
  });

  it('has the token behind each of them as labels, where every step is learnt', async () => {
    const data = await read('abacabcab', { window: 3, everyStep: true, ...all });
    expect(data.report.facts!.targets).toMatchObject({ n: 3, steps: 3, classes: ['a', 'b', 'c'] });
    expect(data.report.facts!.targets.counts).toEqual([2, 2, 2]);
    expect(data.report.facts!.choices).toContain(
      'An example is 3 characters, and what is to be predicted is the one behind each of them.',
    );
    expect(examplesOf(data)).toEqual(['aba>c', 'cab>c']);
    const Y = new Float64Array(9);
    data.train.gatherTargets(Uint32Array.of(0), 0, 1, 'one-hot', 9, Y);
    expect([...Y]).toEqual([0, 1, 0, 1, 0, 0, 0, 0, 1]);
    expect(() => data.train.gatherTargets(Uint32Array.of(0), 0, 1, 'one-hot', 3, Y)).toThrow(/3 classes/);
    const dense = await read('abacabcab', { window: 3, everyStep: true, stride: 1, ...all });
    expect(examplesOf(dense)).toHaveLength(6);
    const spaced = await read('abacabcab', { window: 2, stride: 3, ...all });
    expect(examplesOf(spaced)).toEqual(['ab>a', 'ca>b', 'ca>b']);
  });

  it('is cut into words and signs, or bytes', async () => {
    expect([...tokenise("Don't, she said:\n 3 été", 'words')]).toEqual([
      ..."Don't|,|she|said|:|\n|3|été".split('|'),
    ]);
    const words = await read('to be or not to be', { tokens: 'words', window: 2, ...all });
    expect(examplesOf(words)).toEqual(['to be>or', 'be or>not', 'or not>to', 'not to>be']);
    const bytes = await read('é\n', { tokens: 'bytes', window: 2, ...all });
    expect(examplesOf(bytes)).toEqual(['é>0a']);
    expect([...tokenise('👍a', 'characters')]).toEqual(['👍', 'a']);
  });

  it('keeps the most frequent tokens and one for the others, where a vocabulary is written', async () => {
    const data = await read('aaabbcd', { window: 1, vocabulary: 3, ...all });
    expect(data.preprocessing.text).toEqual({
      tokens: 'characters',
      vocabulary: ['a', 'b', '<other>'],
      others: true,
      lead: [0],
    });
    expect(examplesOf(data)).toEqual([...['a>a', 'a>a', 'a>b', 'b>b', 'b><other>', '<other>><other>']]);
    expect(data.report.facts!.choices).toContain(
      '3 different characters: a, b and <other>. The last stands for all others.',
    );
  });

  it('has its end as the test set, and leaves out what was never learnt, which is said', async () => {
    const longer = await read('ababababab' + 'abaßab', { window: 2, split: { test: 0.375 } });
    expect(examplesOf(longer, 'test')).toEqual(['ab>a']);
    expect(longer.report.facts!.choices).toContain(
      'The test set is the last 37.5 % of the text; no example reaches over the cut.',
    );
    expect(longer.report.facts!.choices).toContain(
      "3 examples of the test set hold characters that aren’t in the part that is learnt from, 'ß', and are left out.",
    );
  });

  it('has each token in one set, where it stood, and whole lines where they are drawn', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 12 }),
        fc.constantFrom('place' as const, 'lines' as const),
        fc.integer({ min: 1, max: 3 }),
        (lengths, by, window) => {
          // each token is known by its place; every line has an end of its own, but for the last
          const lines = lengths.map((length, i) => Array.from({ length }, (_, j) => `${i}.${j}`));
          const text = lines.flatMap(line => [...line, '\n']).slice(0, -1);
          const { train, test } = splitTokens(text, '\n', by, { test: 0.3, seed: 3 });
          const words = (tokens: readonly string[]) => tokens.filter(token => token !== '\n');
          expect([...words(train), ...words(test!)].sort()).toEqual(words(text).sort());
          if (by === 'place') expect([...train, ...test!]).toEqual(text);
          else
            for (const part of [train, test!])
              for (const line of part
                .join(' ')
                .split('\n')
                .map(each => each.trim())
                .filter(Boolean))
                expect(lines.map(each => each.join(' '))).toContain(line);
          const { m, inputs, next } = windowsOf(
            Uint32Array.from(train.keys()),
            { length: window, stride: 1, every: false },
            500,
            'text',
          );
          expect(m).toBe(Math.max(0, train.length - window));
          for (let i = 0; i < m; i++)
            expect([...inputs.subarray(i * window, (i + 1) * window), next[i]]).toEqual(
              Array.from({ length: window + 1 }, (_, t) => i + t),
            );
        },
      ),
    ));

  it('has a test text of its own', async () => {
    const data = await read('abcabc', { window: 2, test: 'b.txt' }, { 'b.txt': 'cab' });
    expect(examplesOf(data, 'test')).toEqual(['ca>b']);
    expect(examplesOf(data)).toHaveLength(4);
  });

  it('is read in prediction as it was in training', async () => {
    const { preprocessing, files } = await read(
      'abcabc',
      { window: 2, ...all },
      { 'b.txt': 'cabx', 'c.txt': 'abc' },
    );
    // one field, in which commas and blanks are of the text
    expect(typedColumns(preprocessing)).toMatchObject([{ name: 'text', whole: true }]);
    expect(typedValues('a, b ', preprocessing)).toEqual(['a, b ']);
    const typed = await loadInputs({ rows: [['bbca']] }, preprocessing, files);
    const X = new Float64Array(2);
    typed.dataset.gatherInputs(Uint32Array.of(0), 0, 1, X);
    expect([...X]).toEqual([2, 0]);
    expect(typed.row(0)).toEqual(['ca']);
    const file = await loadInputs({ file: 'c.txt' }, preprocessing, files);
    expect([file.dataset.m, file.row(0), file.row(1)]).toEqual([2, ['ab'], ['bc']]);
    await expect(loadInputs({ rows: [['a']] }, preprocessing, files)).rejects.toThrow(
      'The text has 1 character, but the network takes 2 at least.',
    );
    await expect(loadInputs({ file: 'b.txt' }, preprocessing, files)).rejects.toThrow(
      "b.txt holds characters that weren’t in the text of the training: 'x'.",
    );
  });
});

describe('what is wrong with a text is one sentence', () => {
  it.each([
    ['an empty file', '', {}, 'a.txt is empty, so there is no text to learn from.'],
    [
      'nothing but blanks',
      ' \n\n',
      {},
      'a.txt holds blanks and line ends only, so there is no text to learn from.',
    ],
    [
      'a text shorter than its window',
      'abc',
      { window: 3, ...all },
      'a.txt has 3 characters, but an example takes 3 and the next one. Take a longer text, or a smaller "window".',
    ],
    [
      'a part shorter than its window',
      'abcdefghij',
      { window: 9 },
      'a.txt has 8 characters in the part that is learnt from, but an example takes 9 and the next one. Take a longer text, or a smaller "window".',
    ],
    [
      'a test part shorter than its window',
      'abcdefghij',
      { window: 2 },
      'The test set has 2 characters, too few for an example of 2 and the next one. Take a larger test share, or "split": { "test": 0 } for none.',
    ],
    [
      'a test part of letters that nothing is learnt of',
      'abababababxyz',
      { window: 1, split: { test: 0.23 } },
      "Every example of the test set holds characters that aren’t in the part that is learnt from, such as 'x', so there is nothing to test on.",
    ],
    [
      'one line to be split by lines',
      'abcabcabc',
      { window: 2, splitBy: 'lines' },
      'a.txt has one line only, so lines can’t be drawn for the test set. Split it by place.',
    ],
    ['zero bytes', Uint8Array.of(97, 0, 98, 97, 98, 99), {}, "a.txt isn't text: it holds zero bytes."],
    [
      'bytes of no encoding',
      Uint8Array.of(97, 0x81, 98),
      {},
      'a.txt is neither UTF-8 nor Windows-1252: it holds the byte 0x81, which is no letter there. Save it as UTF-8.',
    ],
    [
      'scaled indices',
      'abcabcabcabc',
      { window: 2, scale: 255 },
      'The inputs of a text are indices of tokens, which are names and no amounts, so "scale" means nothing there. Remove it.',
    ],
  ])('%s', async (_, content, settings, sentence) => {
    expect(await fault(content, settings)).toBe(sentence);
  });

  it('a text that isn’t UTF-8 is read as what it may be, and that is said', async () => {
    const data = await read(Uint8Array.of(97, 0xe9, 97, 0xe9), { window: 1, ...all });
    expect(data.report.facts!.choices[0]).toBe("a.txt isn't UTF-8, so it is read as Windows-1252.");
    expect(data.preprocessing.text!.vocabulary).toEqual(['a', 'é']);
  });
});
