import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { unreadable } from '../../../src/data/bytes/sourceFile';
import { describeData } from '../../../src/data/data';
import { DataError } from '../../../src/data/dataError';
import { memoryFiles } from '../memoryFiles';
import { settings } from '../settings';

/** As Node throws it. */
function refusal(code: string, words: string) {
  return Object.assign(new Error(`${code}: ${words}, open '/home/x/iris.csv'`), { code, syscall: 'open' });
}

describe('a file that can’t be read', () => {
  test('is told of in words, without the system’s', () => {
    const denied = unreadable('iris.csv', refusal('EACCES', 'permission denied'));
    expect(denied.message).toBe("iris.csv can't be read: you have no permission.");
    expect(unreadable('iris.csv', refusal('EXYZ', 'what')).message).toBe(
      "iris.csv can't be read: the system says EXYZ.",
    );
  });

  test('is told of with what another fault says, where the system is not at fault', () => {
    expect(unreadable('iris.csv', new Error('it is not a file')).message).toBe(
      "iris.csv can't be read: it is not a file.",
    );
    const own = new DataError('Said already.', { code: 'bad-data-file' });
    expect(unreadable('iris.csv', own)).toBe(own);
  });

  test('is named so where the data are described, as Node’s own refusal is', async () => {
    let thrown: unknown;
    try {
      readFileSync('/');
    } catch (error) {
      thrown = error;
    }
    const files = { ...memoryFiles({ 'iris.csv': 'a,b' }), open: () => Promise.reject(thrown) };
    const { faults } = await describeData(settings({ file: 'iris.csv', target: 'b' }), files);
    expect(faults.map(({ message }) => message)).toEqual([
      "iris.csv can't be read: it is a folder, not a file.",
    ]);
  });
});
