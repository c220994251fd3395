import { expect, test } from 'vitest';
import type { CallDefinition } from '../../../src/core/kernels/call';
import { calls } from '../../../src/core/kernels/calls/all';
import type { Batch, Floats, Op } from '../../../src/core/kernels/kernels';
import { isBatch, rowsOf } from '../../../src/core/kernels/operands';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { Random } from '../../../src/core/random';
import { disagreement } from '../../../src/core/train/disagreement';
import { randomOperands } from '../../../src/core/train/randomOperands';
import { misfit } from './misfit';
import { builds, threadedSet, wasmSet } from './wasmSet';

const kernels = referenceKernels('float64');
const definitions = Object.entries(calls) as unknown as readonly (readonly [string, CallDefinition])[];

test.each(definitions)('%s is called as its file, and has cases whose operands fit', (name, call) => {
  expect(call.name).toBe(name);
  const cases = call.cases(randomOperands(kernels, new Random(7)));
  expect(cases).not.toEqual([]);
  for (const args of cases) expect(misfit({ call: name, args, reads: '' } as unknown as Op)).toBeUndefined();
});

/** The largest difference; NaN where one is. */
const distance = (a: Floats, b: Floats) =>
  Array.from(a).reduce((most, value, k) => Math.max(most, Math.abs(value - b[k]!)), 0);

const adding = definitions.filter(([, { adds }]) => adds);

test.each(adding)(
  '%s writes all of its sums where it isn’t to add, and adds to all where it is',
  (_name, call) => {
    const added = call.cases(randomOperands(kernels, new Random(7))).filter(args => args.at(-1) === true);
    expect(added).not.toEqual([]);
    for (const args of added) {
      const sums = call.adds!(...args);
      expect(sums).not.toEqual([]);
      const before = sums.map(({ data }) => data.slice());
      for (const { data } of sums) data.fill(Number.NaN);
      call.run(...args.slice(0, -1), false);
      const written = sums.map(({ data }) => data.slice());
      for (const [i, { data }] of sums.entries()) data.set(before[i]!);
      call.run(...args);
      for (const [i, { data }] of sums.entries()) {
        const expected = before[i]!.map((value, k) => value + written[i]![k]!);
        expect(distance(data, expected)).toBeLessThan(1e-10);
      }
    }
  },
);

const sets = [
  ...builds.map(([precision, fma]) => [`${precision}, ${fma}`, () => wasmSet(precision, fma)] as const),
  ['float32, three threads', () => threadedSet('float32', 3)] as const,
];

test.each(sets)('the WebAssembly kernels, %s, make of all cases what the calls say', (_set, make) => {
  const set = make();
  for (const seed of [1, 2, 3]) expect(disagreement(set, seed)).toBeUndefined();
});

const views = definitions.filter(([, { slots }]) => slots);

const compiled = wasmSet('float64', 'plain');

test.each(views)('%s takes rows of examples as it takes examples', (name, call) => {
  for (const set of [compiled, kernels]) {
    const [plain, viewed] = [set, set].map(each => call.cases(randomOperands(each, new Random(3))));
    for (const [i, args] of plain!.entries()) {
      call.run(...args);
      // all rows of one example
      const asRows = viewed![i]!.map(arg =>
        isBatch(arg) ? rowsOf({ n: arg.n * arg.m, m: 1, data: arg.data }, arg.n) : arg,
      );
      (set[name as keyof typeof calls] as (...args: readonly unknown[]) => void)(...asRows);
      const spoilt = call.spoils?.(...args) ?? [];
      for (const [k, arg] of args.entries()) {
        if (!isBatch(arg) || spoilt.includes(arg)) continue;
        const made = (viewed![i]![k] as Batch).data;
        expect(distance(made, arg.data)).toBeLessThan(1e-9);
      }
    }
  }
});

test('calls made directly take no memory', () => {
  const set = wasmSet('float32', 'plain');
  const A = { n: 2, m: 3, data: set.allocate(6) };
  const before = set.allocate(1).byteOffset;
  for (let i = 0; i < 1000; i++) set.accumulate(A, A, true);
  expect(set.allocate(1).byteOffset - before).toBeLessThan(1000);
});
