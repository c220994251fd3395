import { expect, test } from 'vitest';
import { Sharing } from '../../../src/core/kernels/wasm/sharing';

/** Of `runs` runs that take these times, how many were shared. */
function shared(runs: number, sharing: Sharing, time: (shared: boolean) => number): number {
  let count = 0;
  for (let i = 0; i < runs; i++) {
    const together = sharing.next;
    if (together) count++;
    sharing.took(time(together), 1);
  }
  return count;
}

test('takes the quicker way, and looks at the other now and then', () => {
  for (const [alone, together] of [
    [0.1, 0.06],
    [0.06, 0.1],
  ] as const) {
    const count = shared(1000, new Sharing(), way => (way ? together : alone));
    const quicker = together < alone ? count : 1000 - count;
    expect(quicker).toBeGreaterThan(960);
    expect(quicker).toBeLessThan(1000);
  }
});

test('changes its way when the machine gets busy, and back', () => {
  const sharing = new Sharing();
  expect(shared(800, sharing, way => (way ? 0.5 : 1))).toBeGreaterThan(760);
  expect(shared(2000, sharing, way => (way ? 5 : 1))).toBeLessThan(500);
  expect(shared(2000, sharing, way => (way ? 0.5 : 1))).toBeGreaterThan(1500);
});

test('isn’t misled for long by a look at a moment when the machine was busy', () => {
  const sharing = new Sharing();
  let runs = 0;
  expect(shared(200, sharing, way => (runs++ < 10 && way ? 5 : way ? 0.5 : 1))).toBeGreaterThan(120);
});

test('looks once at long runs', () => {
  expect(shared(100, new Sharing(), way => (way ? 10 : 20))).toBeGreaterThan(95);
});
