import { expect, test } from 'vitest';
import { Sharing } from '../../../src/core/kernels/wasm/sharing';

/** Of `runs` runs that take these times, how many were shared. */
function shared(runs: number, sharing: Sharing, time: (shared: boolean) => number): number {
  let count = 0;
  for (let i = 0; i < runs; i++) {
    const together = sharing.next;
    if (together) count++;
    sharing.took(time(together));
  }
  return count;
}

test('takes the quicker way, and looks at the other now and then', () => {
  for (const [alone, together] of [
    [10, 6],
    [6, 10],
  ] as const) {
    const count = shared(1000, new Sharing(), way => (way ? together : alone));
    const quicker = together < alone ? count : 1000 - count;
    expect(quicker).toBeGreaterThan(960);
    expect(quicker).toBeLessThan(1000);
  }
});

test('changes its way when the machine gets busy, and back', () => {
  const sharing = new Sharing();
  expect(shared(800, sharing, way => (way ? 5 : 10))).toBeGreaterThan(760);
  expect(shared(2000, sharing, way => (way ? 50 : 10))).toBeLessThan(500);
  expect(shared(2000, sharing, way => (way ? 5 : 10))).toBeGreaterThan(1500);
});

test('isn’t misled for long by a look at a moment when the machine was busy', () => {
  const sharing = new Sharing();
  let runs = 0;
  expect(shared(200, sharing, way => (way ? (runs++ < 6 ? 50 : 5) : 10))).toBeGreaterThan(120);
});
