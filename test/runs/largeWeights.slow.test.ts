import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderAt } from '../../src/platform/folder';
import { readWeights } from '../../src/runs/folder/readWeights';
import { temporaryFolder } from './temporaryFolder';

const base = temporaryFolder();

/** A file of one tensor, zeros but for its last number, that takes no room on most disks. */
function sparseWeights(name: string, shape: readonly [number, number]): void {
  const count = shape[0] * shape[1];
  const text = JSON.stringify({ 'wide.W': { dtype: 'F32', shape, data_offsets: [0, 4 * count] } });
  const head = Buffer.alloc(8 + Math.ceil(text.length / 8) * 8, ' ');
  head.writeBigUInt64LE(BigInt(head.length - 8));
  head.write(text, 8);
  const file = openSync(join(base, name), 'w');
  writeSync(file, head);
  ftruncateSync(file, head.length + 4 * count);
  writeSync(file, Buffer.from(Float32Array.of(7).buffer), 0, 4, head.length + 4 * count - 4);
  closeSync(file);
}

it('weights of more than 2 GiB are read to their last number', async () => {
  sparseWeights('large.safetensors', [50_000, 11_000]);
  const { checkpoint } = await readWeights(folderAt(base), 'large.safetensors');
  const { name, shape, data } = checkpoint.parameters[0]!;
  expect([name, shape, data.length]).toEqual(['wide.W', [50_000, 11_000], 550_000_000]);
  expect([data[0], data.at(-2), data.at(-1)]).toEqual([0, 0, 7]);
});

it('weights of more than any training writes are refused in a sentence', async () => {
  sparseWeights('huge.safetensors', [50_000, 22_000]);
  await expect(readWeights(folderAt(base), 'huge.safetensors')).rejects.toThrow(
    /huge\.safetensors.*4\.4\d? GB, and at most 4\.29 GB are read/,
  );
});
