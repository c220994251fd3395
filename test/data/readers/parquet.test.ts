import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { DataError, loadData } from '../../../src/data/data';
import { HybridReader } from '../../../src/data/parquet/hybridReader';
import { PageRoom } from '../../../src/data/parquet/pageRoom';
import { readChunk } from '../../../src/data/parquet/readChunk';
import recorded from '../../golden/parquet.json';
import { inputsOf } from '../inputsOf';
import { memoryFiles } from '../memoryFiles';
import { settings, whole } from '../settings';
import { readTableIn } from './openedTable';

const fixture = (name: string) => new Uint8Array(readFileSync(`test/fixtures/data/tables/${name}`));
const files = ['plain', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4', 'delta', 'int96'].map(
  name => `${name}.parquet`,
);
const expected = Object.entries(recorded) as [string, (string | number)[]][];

describe('the pages of a group of rows', () => {
  test('together take no more memory than there is room for', () => {
    const room = new PageRoom('a.parquet', 1000);
    let page = room.exchange(0, 600);
    page = room.exchange(page, 900);
    expect(() => room.exchange(0, 101)).toThrow(DataError);
    expect(() => room.exchange(0, 101)).toThrow(/^A group of rows of a\.parquet needs /);
    page = room.exchange(page, 100);
    expect(room.exchange(0, 900)).toBe(900);
  });

  test('are counted in what they unpack to, each column with its own', () => {
    const packed = gzipSync(new Uint8Array(1 << 20));
    const column = {
      name: 'x',
      element: { name: 'x', type: 'DOUBLE', repetition_type: 'REQUIRED' },
      text: String,
    };
    const size = 1 << 20;
    const library = {
      pageHeader: (reader: { offset: number }) => {
        reader.offset += 4;
        return {
          type: 'DATA_PAGE',
          compressed_page_size: packed.length,
          uncompressed_page_size: size,
          data_page_header: { num_values: 1, encoding: 'PLAIN' },
        };
      },
      compressors: { GZIP: (_packed: Uint8Array, length: number) => new Uint8Array(length) },
    } as unknown as Parameters<typeof readChunk>[0];
    const bytes = new Uint8Array(4 + packed.length);
    bytes.set(packed, 4);
    const chunk = { offset: 0, bytes: bytes.length, codec: 'GZIP' };
    const room = new PageRoom('a.parquet', 3 * size);
    const read = () => readChunk(library, bytes, chunk, column as never, 1, room).next();
    for (let i = 0; i < 3; i++) expect(read().value).toBe('0');
    expect(read).toThrow(/^A group of rows of a\.parquet needs 4/);
  });
});

describe('Parquet', () => {
  test.each(files)('%s is read as pyarrow reads it', async name => {
    const { columns, rows, lines, reader, choices } = await readTableIn(name, fixture(name));
    expect(reader).toBe('Parquet table');
    expect(columns).toEqual(expected.map(([column]) => column));
    for (const [j, [column, values]] of expected.entries()) {
      // INT96 has nanoseconds, and no time zone
      const wanted = values.map(value =>
        name === 'int96.parquet' && column === 'utc' ? String(value).slice(0, -1) : String(value),
      );
      expect({ column, values: rows.map(row => row[j]) }).toEqual({ column, values: wanted });
    }
    expect(lines).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(choices).toEqual([]);
  });

  test('leaves out lists, records, bytes and the index of pandas, by name', async () => {
    const nested = await readTableIn('nested.parquet', fixture('nested.parquet'));
    expect(nested.columns).toEqual(['x', 'y']);
    expect(nested.rows).toEqual([
      ['1', 'p'],
      ['2', 'q'],
    ]);
    expect(nested.choices).toEqual([
      'tags and place are left out: they hold lists or records, not one number, text or date a row.',
      'raw is left out: it holds bytes, not one number, text or date a row.',
    ]);
    const pandas = await readTableIn('pandas.parquet', fixture('pandas.parquet'));
    expect(pandas.columns).toEqual(['x', 'y']);
    expect(pandas.choices).toEqual(['__index_level_0__ is left out: it is the index of a table of pandas.']);
  });

  test('trains', async () => {
    const data = settings({ file: 'pandas.parquet', target: 'y', ...whole });
    const { train, preprocessing } = await loadData(
      data,
      memoryFiles({ 'pandas.parquet': fixture('pandas.parquet') }),
    );
    expect(preprocessing.targets.classes).toEqual(['a', 'b']);
    expect(inputsOf(train)).toEqual([[0], [1], [2], [3]]);
  });

  test.each(files)('%s cut off anywhere is a fault', async name => {
    const bytes = fixture(name);
    for (let length = 0; length < bytes.length; length += 1 + Math.floor(bytes.length / 40))
      await expect(readTableIn(name, bytes.slice(0, length))).rejects.toMatchObject({ name: 'DataError' });
  });

  test.each(files)('%s changed anywhere is a table or a fault, in little memory', async name => {
    const bytes = fixture(name);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 }),
        async changes => {
          const changed = bytes.slice();
          for (const [at, byte] of changes) changed[at] = byte;
          try {
            await readTableIn(name, changed);
          } catch (error) {
            if (!(error instanceof DataError)) throw error;
            expect(error.message).toContain(name);
            expect(error.message.length).toBeLessThan(600);
          }
        },
      ),
      { numRuns: 20, seed: 11 },
    );
    expect(process.memoryUsage().rss).toBeLessThan(2e9);
  });

  test('a bit turned in pages with checksums is a fault, or changes nothing', async () => {
    const bytes = fixture('zstd.parquet');
    const { rows } = await readTableIn('zstd.parquet', bytes);
    const reasons = new Map<string, number>();
    for (let at = 4; at < 3000; at += 11) {
      const changed = bytes.slice();
      changed[at]! ^= 1 << (at & 7);
      try {
        expect((await readTableIn('zstd.parquet', changed)).rows).toEqual(rows);
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
        reasons.set(error.message, (reasons.get(error.message) ?? 0) + 1);
      }
    }
    const wrong =
      "zstd.parquet can't be read as Parquet: the checksum of a page is wrong. It is cut off or damaged.";
    expect(reasons.get(wrong)).toBeGreaterThan(50);
  });

  test.each([4, 7, 8, 11])('of %i bytes is a fault', async length => {
    await expect(readTableIn('a.parquet', fixture('plain.parquet').slice(0, length))).rejects.toMatchObject({
      name: 'DataError',
    });
  });

  test('whose columns lie over each other, of which each would be read, is a fault', async () => {
    const bytes = fixture('plain.parquet');
    // the two sizes of a column, fields after each other; 2000 bytes fit behind the start of each
    for (let at = 6000; at + 6 < bytes.length; at++)
      if (
        bytes[at] === 0x16 &&
        bytes[at + 3] === 0x16 &&
        bytes[at + 1] === bytes[at + 4]! &&
        bytes[at + 1]! > 127
      )
        for (const from of [at + 1, at + 4]) bytes.set([0xa0, 0x1f], from);
    await expect(readTableIn('a.parquet', bytes)).rejects.toThrow('its columns lie over each other');
  });

  test('encrypted is refused by name', async () => {
    const bytes = fixture('plain.parquet');
    bytes.set(new TextEncoder().encode('PARE'), bytes.length - 4);
    await expect(readTableIn('a.parquet', bytes)).rejects.toThrow('a.parquet is encrypted');
  });
});

describe('runs of numbers', () => {
  test('are given one after the other, however long they claim to be', () => {
    // a run of 2³⁰ fives, of 8 bits
    const reader = new HybridReader(Uint8Array.of(0x80, 0x80, 0x80, 0x80, 0x08, 5), 0, 8);
    expect([reader.next(), reader.next(), reader.next()]).toEqual([5, 5, 5]);
  });

  test('may be packed in bits across bytes', () => {
    const reader = new HybridReader(Uint8Array.of(3, 0b10_001_000, 0b1_100_011_0 & 255, 0b111_110_10), 0, 3);
    expect(Array.from({ length: 8 }, () => reader.next())).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('that end too early are a fault', () => {
    const reader = new HybridReader(Uint8Array.of(3), 0, 3);
    expect(() => reader.next()).toThrow('it ends within a value');
  });
});
