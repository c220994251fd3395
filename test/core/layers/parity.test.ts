import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Kernels } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { layerOf } from '../../../src/core/layers';
import { seenValues, writeSeen } from '../../../src/core/plan/seenValues';
import { createModel } from '../../../src/core/train/createModel';
import { gradients } from '../../../src/core/train/gradients';
import { threadedSet, wasmSet } from '../kernels/wasmSet';
import { arrayDataset } from '../train/arrayDataset';
import { finish } from '../train/finish';
import { type LayerText, snapshotOf } from '../train/snapshotOf';

/** What PyTorch computed: see test/golden/layers.py. */
interface Case {
  readonly title: string;
  readonly layers: readonly LayerText[];
  readonly m: number;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly output: { readonly shape: readonly number[]; readonly data: readonly number[] };
  readonly cost: number;
  readonly parameters: Readonly<
    Record<string, { shape: readonly number[]; data: readonly number[]; gradient: readonly number[] }>
  >;
  readonly states: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

const golden = JSON.parse(readFileSync(join(import.meta.dirname, '../../golden/layers.json'), 'utf8'));
const cases = golden.cases as readonly Case[];

test('there is a case of every type of layer that PyTorch has', () => {
  expect(
    cases.flatMap(({ layers }) => layers.map(({ type }) => type)).filter(type => !layerOf(type)),
  ).toEqual([]);
});

describe.each([
  ['reference, float64', () => referenceKernels('float64'), 1e-10] as const,
  ['WebAssembly, float64', () => wasmSet('float64', 'relaxed'), 1e-10] as const,
  ['WebAssembly, float32', () => wasmSet('float32', 'relaxed'), 1e-5] as const,
  ['WebAssembly, float32, three threads', () => threadedSet('float32', 3), 1e-5] as const,
])('%s', (_, make, most) => {
  const kernels = make();
  test.each(cases.map(each => [each.title, each] as const))('%s', (_title, each) => {
    for (const [what, found, wanted] of compared(each, kernels))
      expect(largestDifference(found, wanted), what).toBeLessThan(most);
  });
});

/** Pairs of what Layerwise and PyTorch make of a case. */
function compared({ layers, m, x, y, ...wanted }: Case, kernels: Kernels) {
  const snapshot = snapshotOf(layers, {
    loss: 'mean-squared-error',
    optimizer: 'sgd',
    precision: kernels.precision,
  });
  const inputs = rowsOf(x, m);
  const dataset = arrayDataset(inputs, rowsOf(y, m), layers[0]!.shape as number[]);
  const model = createModel({ snapshot, kernels, batchSize: m });
  for (const { layer, unnumbered, shape, value, ...laid } of model.parameters) {
    const given = wanted.parameters[`${layer}.${unnumbered}`]!;
    // γ and β of a record are flat; all else has the shape that files have
    if (unnumbered === 'W') expect(shape).toEqual(given.shape);
    writeSeen({ shape, ...laid }, Float64Array.from(given.data), value.data);
  }
  const { cost, factor } = finish(gradients(model, dataset, undefined, 0, m));
  const pairs: [string, ArrayLike<number>, ArrayLike<number>][] = [
    ['the output', model.plan.output.A.data.subarray(0, wanted.output.data.length), wanted.output.data],
    ['the cost', [cost], [wanted.cost]],
  ];
  expect(snapshot.shapes!.layers.get(layers.at(-1)!.id)!.output).toEqual(wanted.output.shape);
  for (const parameter of model.parameters) {
    const { layer, unnumbered, gradient } = parameter;
    const found = Float64Array.from(seenValues(parameter, gradient.data), value => value * factor);
    pairs.push([`d${layer}.${unnumbered}`, found, wanted.parameters[`${layer}.${unnumbered}`]!.gradient]);
  }
  kernels.compile(model.plan.after).run(m);
  for (const { layer, unnumbered, value } of model.plan.states)
    pairs.push([`${layer}.${unnumbered}`, value.data, wanted.states[layer]![unnumbered]!]);
  return pairs;
}

function rowsOf(values: readonly number[], m: number): number[][] {
  const n = values.length / m;
  return Array.from({ length: m }, (_, i) => values.slice(i * n, (i + 1) * n));
}

/** Of what is large by its size, of what is small by itself. */
function largestDifference(found: ArrayLike<number>, wanted: ArrayLike<number>): number {
  expect(found).toHaveLength(wanted.length);
  let largest = 0;
  for (let i = 0; i < wanted.length; i++)
    largest = Math.max(largest, Math.abs(found[i]! - wanted[i]!) / Math.max(1, Math.abs(wanted[i]!)));
  return largest;
}
