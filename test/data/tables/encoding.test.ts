import { describe, expect, test } from 'vitest';
import { readCsv } from './csv';

describe('the encoding is that of the whole file', () => {
  test.each([
    ['little', [0xff, 0xfe, 0, 0], (code: number) => [code, 0, 0, 0]],
    ['big', [0, 0, 0xfe, 0xff], (code: number) => [0, 0, 0, code]],
  ])('UTF-32 with its mark, %s end first, is refused by name', async (_what, mark, letter) => {
    const bytes = Uint8Array.from([...mark, ...[...'a,b\n1,2\n'].flatMap(c => letter(c.charCodeAt(0)))]);
    await expect(readCsv(bytes)).rejects.toThrow(
      "a.csv is text in UTF-32, which isn't read here. Save it as UTF-8.",
    );
  });

  const rows = 'a,b\n'.concat('1,x\n'.repeat(60_000));
  test.each([
    ['windows-1252', Uint8Array.of(0x32, 0x2c, 0xfc, 0x0a), 'ü', 1],
    ['UTF-8', new TextEncoder().encode('2,ü\n'), 'ü', 0],
  ])('%s far down', async (_what, end, letter, said) => {
    const bytes = new Uint8Array([...new TextEncoder().encode(rows), ...end]);
    const table = await readCsv(bytes);
    expect(table.rows.at(-1)).toEqual(['2', letter]);
    expect(table.choices).toHaveLength(said);
  });

  test('of letters that could be UTF-8 first and then aren’t', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(`${rows}1,ü\n`), 0x32, 0x2c, 0xfc, 0x0a]);
    const table = await readCsv(bytes);
    expect(table.rows.slice(-2)).toEqual([
      ['1', 'Ã¼'],
      ['2', 'ü'],
    ]);
    expect(table.choices).toEqual(["a.csv isn't UTF-8, so it is read as Windows-1252."]);
  });

  const wide = (text: string, little: boolean, mark: boolean) => {
    const letters = `${mark ? '\ufeff' : ''}${text}`;
    return Uint8Array.from(
      [...letters].flatMap(letter => {
        const code = letter.charCodeAt(0);
        return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
      }),
    );
  };
  test.each([
    ['little-endian', true, true],
    ['big-endian', false, true],
    ['little-endian without a mark', true, false],
    ['big-endian without a mark', false, false],
  ])('UTF-16, %s', async (_what, little, mark) => {
    const table = await readCsv(wide('a,ü\r\n1,2\r\n', little, mark));
    expect(table.columns).toEqual(['a', 'ü']);
    expect(table.rows).toEqual([['1', '2']]);
    expect(table.choices).toEqual(['a.csv is read as UTF-16.']);
  });

  test('what is no text in it is a fault, not a replacement', async () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x0a, 0x00]);
    await expect(readCsv(bytes)).rejects.toMatchObject({ name: 'DataError' });
  });
});
