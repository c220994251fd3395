import { describe, expect, test } from 'vitest';
import { inputsOf } from '../inputsOf';
import { loadCsv, repeat } from './csv';

describe('gaps', () => {
  test('among numbers are words that elsewhere would be texts, and that is said', async () => {
    const cells = ['1.5', 'None', '-', '.', 'missing', '<NA>', '#NULL!', '2.5'];
    const { train, report } = await loadCsv(
      ['v,y', ...cells.map((cell, i) => `${cell},${i % 2}`)].join('\n'),
    );
    expect(inputsOf(train).map(([value]) => value)).toEqual([1.5, 2, 2, 2, 2, 2, 2, 2.5]);
    expect(report.facts?.choices[0]).toBe(
      "v: 6 gaps ('None', '-', '.' and 1 more among them) filled with the mean of the training set.",
    );
  });

  test('are not those words among texts', async () => {
    const rows = repeat(['None,-,0', 'brick,+,1', 'wood,-,1'], 4);
    const { preprocessing } = await loadCsv(['wall,pole,y', ...rows].join('\n'));
    expect(preprocessing.columns).toEqual([
      { name: 'wall', as: 'one-hot', values: ['None', 'brick', 'wood'] },
      { name: 'pole', as: 'one-hot', values: ['+', '-'] },
    ]);
  });

  test('NA is Namibia among codes of countries, and a gap elsewhere', async () => {
    const codes = repeat(['ZA,0', 'NA,1', 'BW,0', 'AO,1', 'ZM,0', 'ZW,1'], 3);
    const { preprocessing, report } = await loadCsv(['land,y', ...codes].join('\n'));
    expect(preprocessing.columns).toMatchObject([{ values: ['AO', 'BW', 'NA', 'ZA', 'ZM', 'ZW'] }]);
    expect(report.facts?.choices).toContain(
      'NA in land is taken for a value, as the others have two letters too.',
    );
    const words = await loadCsv(['kind,y', ...repeat(['red,0', 'NA,1', 'blue,0'], 4)].join('\n'));
    expect(words.preprocessing.columns).toMatchObject([{ values: ['blue', 'red'] }]);
  });

  test('in a target leave out their rows, whatever they are called there', async () => {
    const rows = ['1.5,0', '2.5,None', '3.5,1', '4.5,0', '5.5,1', '6.5,-'];
    const { train, report, preprocessing } = await loadCsv(['a,y', ...rows].join('\n'));
    expect(inputsOf(train).map(([value]) => value)).toEqual([1.5, 3.5, 4.5, 5.5]);
    expect(report.facts?.choices[0]).toBe('2 rows without a value of y are left out.');
    expect(preprocessing.targets.classes).toEqual(['0', '1']);
    const kept = await loadCsv(['a,y', ...repeat(['1.5,+', '2.5,-'], 3)].join('\n'));
    expect(kept.preprocessing.targets.classes).toEqual(['+', '-']);
  });
});
