import { expect } from 'vitest';
import { DataError } from '../../../src/data/data';
import { SafetensorsFault } from '../../../src/formats/safetensors';
import { row, type Tries } from '../row';
import { allocated } from './allocated';
import { drawsOf, mutate } from './mutate';
import type { Seeds } from './seeds';

/** Milliseconds that a file of some kilobytes may take on a busy machine; what hangs takes for ever. */
const patience = 10_000;
/** What may be allocated for any file before what it claims has been proven, beside the file itself. */
const unproven = 16 * 2 ** 20;
/** Reading copies what it has proven: to the type it is kept in, to another order, into a batch. */
const copies = 6;

/**
 * Reads a file in all the ways it can be read and gives the bytes of what was in it. Each way goes through `attempt`, since one
 * may refuse where another can read.
 */
export type Read = (
  address: string,
  bytes: Uint8Array,
  attempt: (once: () => Promise<number>) => Promise<void>,
) => Promise<void>;

/** A row of mutants of one reader's files: typed errors only, in time, with no more memory than is proven. */
export function mutantRow(
  format: string,
  tries: Tries,
  seedsOf: Seeds | (() => Promise<Seeds>),
  read: Read,
): void {
  row(`mutants of ${format}: typed errors only, memory bounded`, tries, async (count, tally) => {
    const seeds = Object.entries(typeof seedsOf === 'function' ? await seedsOf() : seedsOf);
    // what is loaded and compiled at the first file isn't the file's
    for (const [address, bytes] of seeds) {
      let size = 0;
      await read(address, bytes, async once => {
        size += await once();
      });
      expect(size, `${address} as it was`).toBeGreaterThan(0);
    }
    for (let i = 0; i < count; i++) {
      const [address, seed] = seeds[i % seeds.length]!;
      await tally.try(`${address}, mutant ${i}`, () => tryFile(address, mutate(seed, drawsOf(i)), read));
    }
  });
}

/** Throws where reading a file gives another than a typed error, or takes too long or too much. */
export async function tryFile(address: string, bytes: Uint8Array, read: Read): Promise<void> {
  const began = performance.now();
  let found = 0;
  const taken = await allocated(() =>
    read(address, bytes, async once => {
      try {
        found += await once();
      } catch (error) {
        expectTyped(error);
      }
    }),
  );
  expect(performance.now() - began, 'milliseconds').toBeLessThan(patience);
  expect(taken, 'bytes allocated').toBeLessThanOrEqual(bytes.length + unproven + copies * found);
}

function expectTyped(error: unknown): void {
  if (!(error instanceof DataError || error instanceof SafetensorsFault)) throw error;
  expect(error.message).toMatch(/^[^\n]+\.$/);
  expect(error.message.length).toBeLessThan(700);
}
