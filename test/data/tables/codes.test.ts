import { describe, expect, test } from 'vitest';
import { describeData, loadData, loadInputs } from '../../../src/data/data';
import { memoryFiles } from '../memoryFiles';
import { settings, whole } from '../settings';
import { loadCsv, repeat } from './csv';

describe('codes', () => {
  test('keep their zeros as classes, and 1 is another than 001', async () => {
    const rows = repeat(['1.5,001', '2.5,002', '3.5,1'], 4);
    const { train, preprocessing } = await loadCsv(['a,y', ...rows].join('\n'));
    expect(preprocessing.targets).toMatchObject({ classes: ['001', '1', '002'] });
    expect([0, 1, 2].map(i => train.truth(i))).toEqual(['001', '002', '1']);
    const { dataset } = await loadInputs(
      { file: 'b.csv' },
      preprocessing,
      memoryFiles({ 'b.csv': 'a,y\n9,1\n9,002\n' }),
    );
    expect([0, 1].map(i => dataset.truth(i))).toEqual(['1', '002']);
  });

  test('are inputs one-hot, where they are few and come again', async () => {
    const { preprocessing } = await loadCsv(
      ['a,place,y', ...repeat(['1.5,007,0', '2.5,008,1', '2.7,7,1'], 4)].join('\n'),
    );
    expect(preprocessing.columns![1]).toEqual({ name: 'place', as: 'one-hot', values: ['007', '7', '008'] });
  });

  test.each([40, 1200])('that are too many different ones for an input each are told of: %i', async many => {
    const code = (i: number) => String((i * 7) % many).padStart(5, '0');
    const rows = Array.from({ length: 3 * many }, (_, i) => `${i / 8},${code(i)},${i % 2}`);
    const { preprocessing, report } = await loadCsv(['a,zip,y', ...rows].join('\n'));
    expect(preprocessing.columns![1]).toMatchObject({ name: 'zip', as: 'number' });
    expect(report.facts?.choices).toContain(
      'zip holds codes, such as \'00000\', too many different ones for an input each, so they are read as amounts. Say "ordinal" or "ignore" for it under columns where they are none.',
    );
  });

  test.each(['a.csv', 'a.json', 'a.jsonl'])(
    'of more digits than a number has are never one class: %s',
    async name => {
      const ids = ['9007199254740992', '9007199254740993'];
      const rows = Array.from({ length: 12 }, (_, i) => ({
        a: i / 8,
        b: '12345678901234567, "x"',
        y: ids[i % 2]!,
      }));
      const line = ({ a, b, y }: (typeof rows)[number]) => `{"a":${a},"b":${JSON.stringify(b)},"y":${y}}`;
      const content =
        name === 'a.csv'
          ? ['a,y', ...rows.map(({ a, y }) => `${a},${y}`)].join('\n')
          : name === 'a.json'
            ? `[${rows.map(line).join()}]`
            : rows.map(line).join('\n');
      const files = memoryFiles({ [name]: content });
      const { preprocessing, train } = await loadData(
        settings({ file: name, target: 'y', columns: { a: 'number' }, ...whole }),
        files,
      );
      expect(preprocessing.targets.classes).toEqual(ids);
      expect([0, 1, 2].map(i => train.truth(i))).toEqual([ids[0], ids[1], ids[0]]);
    },
  );

  test('of many whole numbers, one is told how they become classes', async () => {
    const rows = repeat(
      Array.from({ length: 25 }, (_, i) => `${i % 7}.5,${i}`),
      4,
    );
    const { facts } = await describeData(
      settings({ file: 'a.csv', target: 'y', ...whole }),
      memoryFiles({ 'a.csv': ['a,y', ...rows].join('\n') }),
    );
    expect(facts?.targets.wholeNumbers).toEqual({ column: 'y', different: 25 });
  });
});
