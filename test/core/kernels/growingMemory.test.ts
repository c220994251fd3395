import { expect, test } from 'vitest';
import { sharedMemory, threadedSet } from './wasmSet';

/** Pages of 64 KiB by which the memory grows, and how often. */
const pages = 8;
const rounds = 2000;
/** Rounds after which the threads are left alone for a moment, up to so many milliseconds: some go to sleep. */
const between = 3;
const rest = 1.5;

test('threads fill memory that has only just grown', () => {
  const memory = sharedMemory();
  const kernels = threadedSet('float32', 2, undefined, memory);
  const length = 4096;
  for (let round = 0; round < rounds; round++) {
    if (round % between === 0) waitFor(rest * Math.abs(Math.sin(round)));
    memory.grow(pages);
    const { buffer } = memory;
    const data = new Float32Array(buffer, buffer.byteLength - length * 4, length).fill(1);
    kernels.clear({ n: length, m: 1, data });
    expect(data[length - 1]).toBe(0);
  }
});

function waitFor(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}
