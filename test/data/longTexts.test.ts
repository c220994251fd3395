import { describe, expect, test } from 'vitest';
import { DataError, describeData } from '../../src/data/data';
import { nearest } from '../../src/data/nearest';
import { quoted } from '../../src/data/sentence';
import { memoryFiles } from './memoryFiles';
import { settings } from './settings';

/** 100 kB of each kind of letter that a pattern may run over, in a piece and between others. */
const texts = [
  ' ',
  '\t',
  '\n',
  '\r',
  ' \n',
  '0',
  '9,',
  'a',
  '#',
  '/',
  '\\',
  '..',
  '.',
  '"',
  "'",
  "'shape': (",
  'é',
  '\u00a0',
].flatMap(piece => [piece.repeat(100_000 / piece.length), `x${piece.repeat(100_000 / piece.length)}x`]);

/** Milliseconds; a quadratic pattern takes tens of seconds on these. */
const limit = 2000;

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

describe('long texts cost no more than their length', () => {
  test('in a sentence', async () => {
    for (const text of texts) {
      const name = JSON.stringify(text.slice(0, 12));
      expect(await timed(() => new DataError(text, { code: 'bad-data-file' })), name).toBeLessThan(limit);
      expect(await timed(() => quoted(text)), name).toBeLessThan(limit);
      expect(await timed(() => nearest(text, [text, `${text}y`])), name).toBeLessThan(limit);
    }
    expect(new DataError(' a \n\n  b\r\n', { code: 'x' }).message).toBe('a b');
  });

  test('in the address of a file, which is refused for its length', async () => {
    const sources = (address: string) => [
      { file: address, target: 'y' },
      { images: address },
      { train: { x: address, y: 'y.npy' } },
    ];
    for (const text of texts) {
      for (const source of sources(text)) {
        let said = '';
        const taken = await timed(async () => {
          const { faults } = await describeData(settings(source), memoryFiles({ 'y.npy': 'x' }));
          said = faults[0]!.message;
        });
        expect(said, JSON.stringify(text.slice(0, 12))).toMatch(
          /can't be the address of a file: it has \d{5,6} letters/,
        );
        expect(said.length).toBeLessThan(200);
        expect(taken, JSON.stringify(text.slice(0, 12))).toBeLessThan(limit);
      }
    }
  });

  test('in the header of an array', async () => {
    for (const text of texts) {
      const files = memoryFiles({ 'x.npy': withType(text), 'y.npy': withType('<f8') });
      const taken = await timed(() => describeData(settings({ train: { x: 'x.npy', y: 'y.npy' } }), files));
      expect(taken, JSON.stringify(text.slice(0, 12))).toBeLessThan(limit);
    }
  });
});

/** An array whose header names a type, in version 2 of the format, whose header may be longer than 64 kB. */
function withType(type: string): Uint8Array {
  const header = new TextEncoder().encode(`{'descr': '${type}', 'fortran_order': False, 'shape': (2,), }\n`);
  const length = new Uint8Array(Uint32Array.of(header.length).buffer);
  return Uint8Array.from([
    0x93,
    ...new TextEncoder().encode('NUMPY'),
    2,
    0,
    ...length,
    ...header,
    ...new Uint8Array(16),
  ]);
}
