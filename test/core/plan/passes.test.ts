import { describe, expect, test } from 'vitest';
import type { Kernels, Op } from '../../../src/core/kernels/kernels';
import { rowsOf } from '../../../src/core/kernels/operands';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { lossOf } from '../../../src/core/losses';
import { optimizers } from '../../../src/core/optimizers';
import { compilePlan } from '../../../src/core/plan/compilePlan';
import { gram } from '../../../src/core/plan/gram';
import { placeParameters } from '../../../src/core/plan/parameters';
import { passes } from '../../../src/core/plan/passes';
import { writeFirst } from '../../../src/core/plan/passes/writeFirst';
import { placeStates } from '../../../src/core/plan/states';
import { stepOps } from '../../../src/core/plan/step';
import { createTraining } from '../../../src/core/train/createTraining';
import { misfit } from '../kernels/misfit';
import { wasmSet } from '../kernels/wasmSet';
import { finish, stepCost } from '../train/finish';
import { randomDataset } from '../train/randomDataset';
import { type LayerText, snapshotOf } from '../train/snapshotOf';

const input = { id: 'input', type: 'input', shape: [30] };
const output = { id: 'output', type: 'dense', units: 2, activation: 'linear' };
const networks: Readonly<Record<string, readonly LayerText[]>> = {
  'a chain': [input, { id: 'hidden', type: 'dense', units: 5, activation: 'tanh' }, output],
  'without bias': [input, { id: 'hidden', type: 'dense', units: 5, activation: 'relu', bias: false }, output],
  branches: [
    input,
    { id: 'a', type: 'dense', units: 5, activation: 'tanh', inputs: ['input'] },
    { id: 'b', type: 'dense', units: 5, activation: 'sigmoid', inputs: ['a'] },
    { id: 'sum', type: 'add', inputs: ['a', 'b'] },
    { id: 'all', type: 'concatenate', inputs: ['sum', 'b'] },
    output,
  ],
};
const passNames = passes.map(({ name }) => name);
const train = randomDataset(11, [30], 'numbers', 2);

const training = (
  kernels: Kernels,
  layers: readonly LayerText[],
  optimizer: string,
  without: readonly string[],
  batchSize: number | 'all' = 'all',
) =>
  createTraining({
    kernels,
    train,
    without,
    snapshot: snapshotOf(layers, {
      loss: 'mean-squared-error',
      optimizer,
      batchSize,
      precision: kernels.precision,
    }),
  });

/** A step of a network, with plain descent. */
function stepOf(layers: readonly LayerText[]) {
  const settings = { loss: 'mean-squared-error', optimizer: 'sgd', batchSize: 'all', precision: 'float32' };
  const { network, shapes } = snapshotOf(layers, settings);
  const kernels = referenceKernels('float32');
  const parameters = placeParameters(network!, shapes!, kernels);
  const states = placeStates(network!, shapes!, kernels);
  const loss = lossOf(settings.loss);
  const plan = compilePlan({ network: network!, shapes: shapes!, loss, kernels, parameters, states, m: 11 });
  const [sgd] = optimizers.filter(({ type }) => type === 'sgd');
  const slots = parameters.map(() => []);
  return { options: { plan, optimizer: sgd!, fields: { learningRate: 0.1 }, slots, at: plan.at }, kernels };
}

test.each(Object.entries(networks))('operands fit together after each pass, of %s', (_network, layers) => {
  const { options, kernels } = stepOf(layers);
  let ops: readonly Op[] = stepOps(options, true);
  const faults = () => ops.flatMap(op => misfit(op) ?? []);
  expect(faults()).toEqual([]);
  for (const pass of [gram(options, kernels, 1000)!, ...passes]) {
    const before = ops;
    ops = pass.rewrite(ops);
    expect(ops).not.toEqual(before);
    expect(faults()).toEqual([]);
  }
});

test('write-first sees that a sum is added to through a view of it', () => {
  const batch = (n: number) => ({ n, m: 2, data: new Float64Array(2 * n).fill(1) });
  const [dX, a, b] = [batch(6), batch(6), batch(6)];
  const [W, dZ] = [{ rows: 3, columns: 2, data: new Float64Array(6).fill(1) }, batch(9)];
  const ops: Op[] = [
    { call: 'clear', args: [dX], reads: 'dX = 0' },
    { call: 'affineInputGradient', args: [W, rowsOf(dZ, 3), rowsOf(dX, 2), true], reads: 'dX += Wᵀ·dZ' },
    { call: 'accumulate', args: [a, dX, true], reads: 'dX += a' },
    { call: 'clear', args: [rowsOf(b, 3)], reads: 'b = 0' },
    { call: 'accumulate', args: [a, b, true], reads: 'b += a' },
  ];
  const rewritten = writeFirst.rewrite(ops);
  expect(rewritten.map(({ call, args }) => [call, args.at(-1)])).toEqual([
    ['affineInputGradient', false],
    ['accumulate', true],
    ['accumulate', false],
  ]);
  dX.data.fill(Number.NaN);
  referenceKernels('float64').compile(rewritten).run(2);
  expect([...dX.data]).toEqual(new Array(12).fill(4));
});

test('gram is left out where rows of the input are used', () => {
  const { options, kernels } = stepOf(networks['a chain']!);
  const { plan } = options;
  expect(gram(options, kernels, 1000)).toBeDefined();
  const viewed = (ops: readonly Op[]) =>
    ops.map(
      op =>
        ({ ...op, args: op.args.map(arg => (arg === plan.X ? rowsOf(plan.X, 30) : arg)) }) as unknown as Op,
    );
  const withRows = { ...plan, learn: viewed(plan.learn), backward: viewed(plan.backward) };
  expect(gram({ ...options, plan: withRows }, kernels, 1000)).toBeUndefined();
  const more: Op = { call: 'clear', args: [rowsOf(plan.X, 5)], reads: 'X = 0' };
  expect(
    gram({ ...options, plan: { ...plan, learn: [...plan.learn, more] } }, kernels, 1000),
  ).toBeUndefined();
});

const sets = [
  ['reference', referenceKernels('float64')],
  ['WebAssembly', wasmSet('float64', 'relaxed')],
] as const;

describe.each(sets)('on %s kernels', (_name, kernels) => {
  describe.each(Object.entries(networks))('of %s', (_network, layers) => {
    test.each(passNames)('%s changes no bit of the costs and weights', pass => {
      for (const batchSize of ['all', 4] as const) {
        const others = ['gram', ...passNames.filter(name => name !== pass)];
        const on = training(kernels, layers, 'adam', others, batchSize);
        const off = training(kernels, layers, 'adam', ['gram', ...passNames], batchSize);
        for (let i = 0; i < 12; i++) expect(stepCost(on)).toBe(stepCost(off));
        expect(on.checkpoint()).toEqual(off.checkpoint());
      }
    });

    test.each(optimizers)(
      'gram with $type keeps to the plain costs and weights, or is left out',
      ({ type, linear }) => {
        const on = training(kernels, layers, type, []);
        const off = training(kernels, layers, type, ['gram']);
        expect(on.passes.includes('gram')).toBe(linear === true);
        expect(off.passes).not.toContain('gram');
        for (let i = 0; i < 40; i++) {
          // parameters are read in between, which settles them
          if (i % 7 === 3) {
            const [evaluated, expected] = [on, off].map(run => finish(run.evaluate(train)).cost);
            expect(evaluated).toBeCloseTo(expected!, 10);
          }
          const [cost, plain] = [stepCost(on), stepCost(off)];
          expect(Math.abs(cost - plain)).toBeLessThan(1e-9 * plain);
        }
        const [ours, theirs] = [on, off].map(run => run.checkpoint());
        for (const part of ['parameters', 'slots'] as const) {
          for (const [i, { data, name }] of ours![part].entries()) {
            expect(name).toBe(theirs![part][i]!.name);
            data.forEach((value, k) => {
              expect(value).toBeCloseTo(theirs![part][i]!.data[k]!, 10);
            });
          }
        }
      },
    );
  });

  test.each(['sgd', 'momentum'])(
    'gram with %s brings its weights up to date whatever is evaluated meanwhile',
    optimizer => {
      const layers = networks['a chain']!;
      const rhythms = [[], [1, 2, 3, 4, 5, 9], [7], [0, 8]].map(moments => {
        const run = training(kernels, layers, optimizer, []);
        for (let i = 0; i < 12; i++) {
          stepCost(run);
          if (!moments.includes(i)) continue;
          for (const m of [5, 40]) {
            finish(run.evaluate(randomDataset(m, [30], 'numbers', 2, 5)));
            run.checkpoint();
          }
        }
        return run.checkpoint();
      });
      const plain = training(kernels, layers, optimizer, ['gram']);
      for (let i = 0; i < 12; i++) stepCost(plain);
      for (const rhythm of rhythms) {
        // to the last bit, however often it was asked for
        expect(rhythm).toEqual(rhythms[0]);
        for (const part of ['parameters', 'slots'] as const) {
          for (const [i, { data }] of rhythm[part].entries()) {
            data.forEach((value, k) => {
              expect(value).toBeCloseTo(plain.checkpoint()[part][i]!.data[k]!, 10);
            });
          }
        }
      }
    },
  );

  test('gram is left out where it doesn’t pay or wouldn’t be right', () => {
    const narrow = [{ ...input, shape: [30] }, output];
    expect(training(kernels, narrow, 'sgd', [], 4).passes).not.toContain('gram');
    const twice = [
      input,
      { ...output, id: 'a', inputs: ['input'] },
      { id: 'sum', type: 'concatenate', inputs: ['a', 'input'] },
      output,
    ];
    expect(training(kernels, twice, 'sgd', []).passes).not.toContain('gram');
    // momentum that has begun elsewhere isn't made of these inputs alone
    const layers = networks['a chain']!;
    const begun = training(kernels, layers, 'momentum', []);
    stepCost(begun);
    const resumed = createTraining({
      kernels,
      train,
      resume: begun.checkpoint(),
      snapshot: snapshotOf(layers, {
        loss: 'mean-squared-error',
        optimizer: 'momentum',
        precision: 'float64',
      }),
    });
    expect(resumed.passes).not.toContain('gram');
  });

  test('steps taken together are those taken one by one', () => {
    for (const batchSize of ['all', 4] as const) {
      const together = training(kernels, networks.branches!, 'adam', [], batchSize);
      const single = training(kernels, networks.branches!, 'adam', [], batchSize);
      for (const count of [1, 7, 100, 30]) {
        const first = finish(together.steps(count));
        const costs = Array.from({ length: count }, () => stepCost(single));
        expect(first).toMatchObject({ kind: 'step', cost: costs[0] });
        expect(together.iteration).toBe(single.iteration);
      }
      expect(together.checkpoint()).toEqual(single.checkpoint());
    }
  });

  test('steps end early where that is asked for', () => {
    const run = training(kernels, networks.branches!, 'adam', [], 4);
    let asked = 0;
    finish(run.steps(100, () => ++asked === 3));
    expect(run.iteration).toBe(3);
  });
});
