import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activations } from '../../../src/core/activations';
import { analyze, type Snapshot } from '../../../src/core/analyze';
import type { Kernels } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { layers } from '../../../src/core/layers';
import { joinings } from '../../../src/core/plan/joining';
import { passes } from '../../../src/core/plan/passes';
import { Random } from '../../../src/core/random';
import { createModel } from '../../../src/core/train/createModel';
import { createTraining } from '../../../src/core/train/createTraining';
import type { Dataset } from '../../../src/core/train/dataset';
import { gradientCheck } from '../../../src/core/train/gradientCheck';
import type { Training } from '../../../src/core/train/training';
import { threadedSet, wasmSet } from '../kernels/wasmSet';
import { finish, stepCost } from './finish';
import { randomDataset } from './randomDataset';
import type { LayerText } from './snapshotOf';

/** A layer that is tried: one of the examples of its type, or a pool of sizes that no example has, after what stands so far back. */
interface Choice {
  readonly kind: number;
  readonly back: readonly number[];
  readonly frozen: boolean;
  readonly sizes: readonly number[];
}

interface Offered {
  readonly type: string;
  readonly [field: string]: unknown;
}

const offered: readonly ((sizes: readonly number[]) => Offered)[] = [
  ...layers
    .filter(({ inputs, vocabulary }) => inputs !== undefined && !vocabulary)
    .flatMap(({ type, examples }) =>
      examples
        .filter(({ inputs }) => inputs.length > 0)
        .map(({ fields }) => () => ({ type, ...fields })),
    ),
  ...['max-pool', 'average-pool'].flatMap(pool => [
    ([size, stride, same]: readonly number[]) => ({
      type: `${pool}1d`,
      poolSize: size,
      stride,
      ...(same! > 2 ? { padding: 'same' } : {}),
    }),
    ([size, stride, same]: readonly number[]) => ({
      type: `${pool}2d`,
      poolSize: [size, same! > 3 ? 1 : size],
      stride: [stride, same],
      ...(same! > 2 ? { padding: 'same' } : {}),
    }),
  ]),
  ...['conv1d', 'conv2d'].map(type => ([kernelSize, stride, filters]: readonly number[]) => ({
    type,
    filters,
    kernelSize,
    stride,
    padding: 'same',
    activation: 'relu',
  })),
  ...activations.map(({ type }) => () => ({ type: 'activation', activation: type })),
];

const choice: fc.Arbitrary<Choice> = fc.record({
  kind: fc.nat({ max: 10_000 }),
  back: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 5 })), {
    minLength: 3,
    maxLength: 3,
  }),
  frozen: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, fc.constant(true)),
  sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 }),
});

const networks = fc.record({
  input: fc.oneof(
    fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 6 })),
    fc.tuple(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 3, max: 6 }), fc.integer({ min: 1, max: 4 })),
    fc.tuple(fc.integer({ min: 1, max: 6 })),
  ),
  choices: fc.array(choice, { minLength: 4, maxLength: 14 }),
  m: fc.integer({ min: 1, max: 11 }),
  batchSize: fc.integer({ min: 1, max: 8 }),
});

const ending = [
  { id: 'vector', type: 'flatten' },
  { id: 'output', type: 'dense', units: 2, activation: 'linear' },
];

/** Undefined where the layers don’t fit together, or have more values than are quickly gone over. */
function analysed(chain: readonly LayerText[], precision: string, batchSize: number): Snapshot | undefined {
  const last = chain.at(-1)!.id;
  const snapshot = analyze(
    JSON.stringify({
      layers: [...chain, { ...ending[0]!, inputs: [last] }, ending[1]!],
      training: { iterations: 1000, loss: 'mean-squared-error', optimizer: 'adam', precision, batchSize },
    }),
  );
  const sizes = [...(snapshot.shapes?.layers.values() ?? [])].map(({ output }) =>
    (output ?? [Infinity]).reduce<number>((product, size) => product * Number(size), 1),
  );
  const small = sizes.every(size => size <= 500);
  return small && snapshot.problems.every(({ severity }) => severity !== 'error') ? snapshot : undefined;
}

/** The layers of those chosen that fit where they would stand. */
function built(input: readonly number[], choices: readonly Choice[]): LayerText[] {
  let chain: LayerText[] = [{ id: 'input', type: 'input', shape: [...input] }];
  for (const [i, { kind, back, frozen, sizes }] of choices.entries()) {
    // the first of a few that fits
    for (let k = kind; k < kind + 8 * 11; k += 11) {
      const made = offered[k % offered.length]!(sizes);
      const { inputs, examples } = layers.find(({ type }) => type === made.type)!;
      const count = inputs === 'many' ? 2 : inputs.length;
      const learns = examples.some(({ parameterCount }) => parameterCount > 0);
      const from = back.slice(0, count).map(k => chain.at(-1 - (k % chain.length))!.id);
      const layer: LayerText = {
        id: `layer-${i}`,
        ...made,
        inputs: from,
        ...(learns && frozen ? { frozen } : {}),
      };
      if (!analysed([...chain, layer], 'float64', 4)) continue;
      chain = [...chain, layer];
      break;
    }
  }
  return chain;
}

const off = [...joinings, ...passes].map(({ name }) => name).concat('frozen-once');
const reference = referenceKernels('float64');
const [alone32, alone64] = [wasmSet('float32', 'relaxed'), wasmSet('float64', 'relaxed')];
const [threads32, threads64] = [threadedSet('float32', 3), threadedSet('float64', 3)];

/** Steps are the same to the last bit, and so is what is predicted after them. */
function expectAlike([first, ...others]: readonly Training[], data: Dataset) {
  for (let i = 0; i < 3; i++) {
    const cost = stepCost(first!);
    for (const other of others) expect(stepCost(other)).toBe(cost);
  }
  const { parameters } = first!.checkpoint();
  const outputs = finish(first!.predict(data));
  for (const other of others) {
    expect(other.checkpoint().parameters).toEqual(parameters);
    expect(finish(other.predict(data))).toEqual(outputs);
  }
}

/** Gradients at random weights are those of finite differences. */
function expectTrueGradients(snapshot: Snapshot, kernels: Kernels, data: Dataset) {
  const model = createModel({ snapshot, kernels, batchSize: data.m });
  const random = new Random(11);
  for (const { value } of model.parameters)
    for (let i = 0; i < value.data.length; i++) value.data[i] = random.randn();
  const { relativeError } = gradientCheck(model, data, { most: 4 });
  const { cost } = finish(model.evaluate(data));
  const length = Math.hypot(...model.parameters.flatMap(({ gradient }) => [...gradient.data]));
  // a difference is known only to some digits of the cost, of which a gradient that is nearly 0 has none
  if (length * relativeError > 1e-8 * Math.max(1, cost)) expect(relativeError).toBeLessThan(1e-5);
}

test('any network has the gradients of its cost, and learns alike with passes and without, on one thread and three', {
  timeout: 300_000,
}, () => {
  fc.assert(
    fc.property(networks, ({ input, choices, m, batchSize }) => {
      const chain = built(input, choices);
      const data = randomDataset(m, [...input], 'numbers', 2);
      const training = (kernels: Kernels, without: readonly string[] = []) =>
        createTraining({
          kernels,
          train: data,
          without,
          snapshot: analysed(chain, kernels.precision, batchSize)!,
        });
      expectAlike([training(reference), training(reference, off)], data);
      for (const [alone, threads] of [
        [alone32, threads32],
        [alone64, threads64],
      ] as const) {
        expectAlike([training(alone), training(alone, off), training(threads), training(threads, off)], data);
      }
      const snapshot = analysed(chain, 'float64', batchSize)!;
      for (const kernels of [reference, alone64, threads64]) expectTrueGradients(snapshot, kernels, data);
    }),
    { numRuns: 40 },
  );
});
