import { expect, test } from 'vitest';
import { loadData } from '../../../src/data/data';
import { inputsOf } from '../inputsOf';
import { memoryFiles } from '../memoryFiles';
import { settings, whole } from '../settings';

function load(name: string, content: string, target = 'y') {
  return loadData(settings({ file: name, target, ...whole }), memoryFiles({ [name]: content }));
}

test.each([
  ['a.json', '[{"x": 1, "y": "a"}, {"y": "b", "x": 2.5}, {"y": "a", "x": null}, {"y": "b"}]'],
  ['a.jsonl', '{"x": 1, "y": "a"}\n{"y": "b", "x": 2.5}\n\n{"y": "a", "x": null}\n{"y": "b"}\n'],
])('%s: objects, in any order, with gaps', async (name, content) => {
  const { train } = await load(name, content);
  expect(inputsOf(train)).toEqual([[1], [2.5], [1.75], [1.75]]);
  expect(train.targets.classes).toEqual(['a', 'b']);
});

test.each([
  ['a.json', '[[1, true], [2, false], [3, true]]'],
  ['a.jsonl', '[1, true]\n[2, false]\n[3, true]'],
])('%s: lists of values', async (name, content) => {
  const { train } = await load(name, content, 'column2');
  expect(inputsOf(train)).toEqual([[1], [2], [3]]);
  expect(train.targets.classes).toEqual(['false', 'true']);
});

test.each([
  ['a.json', '{"x": 1}', 'a.json isn\'t a list of rows: [{"a": 1, "b": 2}, …] is expected.'],
  ['a.json', '[]', 'a.json holds no rows.'],
  ['a.json', '[{"x": 1, "y": 2}, 3]', 'a.json, row 2: an object or a list of values is expected.'],
  ['a.json', '[{"x": 1, "y": 2}, [3]]', 'a.json, row 2: an object with a value for each column is expected.'],
  ['a.json', '[[1, 2], [3]]', 'a.json, row 2: 1 value, but there are 2 columns.'],
  [
    'a.json',
    '[{"x": [1], "y": 2}]',
    'a.json, row 1: x holds a list or an object; only numbers and texts can be read.',
  ],
  ['a.jsonl', '{"x": 1, "y": 2}\n{"x": 1, y}', "a.jsonl, line 2, isn't JSON:"],
  ['a.jsonl', '\n', 'a.jsonl holds no rows.'],
  ['a.json', `${'['.repeat(10_000)}`, "a.json isn't JSON:"],
  [
    'a.json',
    `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    'a.json, row 1: column1 holds a list or an object',
  ],
])('%s with %.40s is a fault', async (name, content, message) => {
  const target = content.startsWith('[[') ? 'column1' : 'y';
  await expect(load(name, content, target)).rejects.toMatchObject({ name: 'DataError' });
  await expect(load(name, content, target)).rejects.toThrow(message);
});

test('a name that only comes after the first thousand lines is told', async () => {
  const lines = Array.from({ length: 1001 }, (_, i) => JSON.stringify({ x: i, y: i % 2 }));
  lines.push('{"x": 1, "y": 0, "z": 5}');
  await expect(load('a.jsonl', lines.join('\n'))).rejects.toThrow(
    "a.jsonl, line 1002: 'z' isn't among the columns of the first rows.",
  );
});

test.each([
  ['a.json', '[{"x": 1, "y": "caf\xe9"}, {"x": 2, "y": "th\xe9"}]', 'café'],
  ['a.jsonl', '{"x": 1, "y": "caf\xe9"}\n{"x": 2, "y": "th\xe9"}\n', 'café'],
  [
    'a.arff',
    '@relation r\n@attribute x real\n@attribute y {caf\xe9,th\xe9}\n@data\n1,caf\xe9\n2,th\xe9\n',
    'café',
  ],
])('%s that isn’t UTF-8 is read as Windows-1252, which is said', async (name, content, label) => {
  const bytes = Uint8Array.from(content, letter => letter.charCodeAt(0));
  const { train, report } = await loadData(
    settings({ file: name, target: 'y', ...whole }),
    memoryFiles({ [name]: bytes }),
  );
  expect(train.truth(0)).toBe(label);
  expect(report.facts?.choices).toContain(`${name} isn't UTF-8, so it is read as Windows-1252.`);
});

test('a line of many pieces is put together, and one that has no end is a fault', async () => {
  const { train } = await load(
    'a.jsonl',
    `{"x": 1, "y": "a"}\n{"x": 2, "y": "${'b'.repeat(1_000_000)}"}\n{"x": 3, "y": "a"}`,
  );
  expect(train.targets.classes?.map(({ length }) => length)).toEqual([1, 1_000_000]);
  await expect(load('a.jsonl', `{"x": 1, "y": 0}\n"${'b'.repeat(17 * 2 ** 20)}`)).rejects.toThrow(
    'a.jsonl, line 2, is too long for a row.',
  );
});
