import { expect, it } from 'vitest';
import { bytesBeyond, formatBytes } from '../../../src/core/network/describe';
import { tooBig } from '../../../src/data/arrays/numericArray';

const limit = 2 ** 32;

it('says by how much a size is beyond what there is room for, in as many digits as that takes', () => {
  expect(formatBytes(1.005 * limit)).toBe(formatBytes(limit));
  expect(bytesBeyond(1.005 * limit, limit)).toBe('4.02 GiB');
  expect(bytesBeyond(limit + 1e6, limit)).toBe('4.001 GiB');
  expect(bytesBeyond(limit + 1, limit)).not.toBe(formatBytes(limit));
  expect(bytesBeyond(10 * limit, limit)).toBe('40 GiB');
});

it('so does what is said of arrays', () => {
  expect(tooBig('x', 2 ** 31 + 100_000).message).toMatch(
    /needs 2\.148 GB of memory, more than the 2\.147 GB/,
  );
  expect(tooBig('x', 3e9).message).toMatch(/needs 3\.00 GB of memory, more than the 2\.15 GB/);
});
