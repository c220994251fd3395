import { describe, expect, test } from 'vitest';
import type { Kernels, Precision } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { createTraining } from '../../../src/core/train/createTraining';
import type { StepResult } from '../../../src/core/train/training';
import { wasmSet } from '../kernels/wasmSet';
import { arrayDataset } from './arrayDataset';
import { finish } from './finish';
import { snapshotOf } from './snapshotOf';

const inputs = Array.from({ length: 30 }, (_, i) => [Math.sin(i), Math.cos(2 * i)]);
const numbers = inputs.map(([a, b]) => [3 * a! - b!]);

interface Case {
  readonly loss?: string;
  readonly optimizer?: object;
  readonly inputs?: number[][];
  readonly targets?: number[][];
  readonly precision?: 'float32' | 'float64';
  readonly activation?: string;
}

/** Trains until it diverges; the result, and whether the parameters are those after the last finite step. */
function divergeWith(
  kernels: (precision: Precision) => Kernels,
  {
    loss = 'mean-squared-error',
    optimizer = { type: 'sgd', learningRate: 1e6 },
    precision = 'float64',
    activation = 'relu',
    ...data
  }: Case,
) {
  const training = createTraining({
    kernels: kernels(precision),
    train: arrayDataset(data.inputs ?? inputs, data.targets ?? numbers),
    snapshot: snapshotOf(
      [
        { id: 'input', type: 'input', shape: [2] },
        { id: 'hidden', type: 'dense', units: 4, activation },
        { id: 'output', type: 'dense', units: 1, activation: 'linear' },
      ],
      { loss, optimizer, precision },
    ),
  });
  for (let i = 0; i < 2000; i++) {
    const before = training.checkpoint();
    const result: StepResult = finish(training.step());
    if (result.kind === 'diverged') return { result, kept: training.checkpoint(), before };
  }
  throw new Error('It did not diverge.');
}

describe.each([
  ['reference', referenceKernels],
  ['WebAssembly', (precision: Precision) => wasmSet(precision, 'relaxed')],
] as const)('with %s kernels', (_name, kernels) => {
  const diverge = (options: Case) => divergeWith(kernels, options);

  test.each(['float32', 'float64'] as const)(
    'a learning rate too high is named in %s, and the last finite weights are kept',
    precision => {
      const { result, kept, before } = diverge({ precision });
      expect(kept).toEqual(before);
      expect(kept.parameters.every(({ data }) => data.every(Number.isFinite))).toBe(true);
      expect(result.iteration).toBe(kept.iteration);
      expect(['hidden', 'output']).toContain(result.layer);
      expect(result.cause).toMatch(/layer "(hidden|output)"/);
      expect(result.cause).toContain('The learning rate 1000000 is probably too high: try 100000.');
    },
  );

  test.each(['sgd', 'momentum', 'adam'])(
    'weights that overflow in the update itself are put back, with the averages of %s',
    type => {
      const optimizer = { type, learningRate: 1e39 };
      const { result, kept, before } = diverge({
        optimizer,
        precision: 'float32',
        targets: numbers.map(([y]) => [1e4 * y!]),
      });
      expect(kept).toEqual(before);
      expect(result.cause).toMatch(/^[Wb][12] after the update in layer "(hidden|output)" is too large/);
    },
  );

  test('averages that overflow are put back too', () => {
    const targets = numbers.map(([y]) => [1e10 * y!]);
    const { result, kept, before } = diverge({
      optimizer: { type: 'adagrad', learningRate: 0.1 },
      precision: 'float32',
      targets,
      loss: 'l2',
      inputs: inputs.map(([a, b]) => [a! * 1e10, b!]),
    });
    expect(kept).toEqual(before);
    expect(result.cause).toContain('running averages');
  });

  test('a cost that is too large is told apart from the outputs that it is of', () => {
    const targets = numbers.map(([y]) => [1e200 * y!]);
    const { result } = diverge({ targets, optimizer: { type: 'sgd', learningRate: 1e-250 } });
    expect(result).toMatchObject({ iteration: 0, layer: 'output' });
    expect(result.cause).toMatch(
      /^The cost is too large for a number, though the outputs of layer "output" aren’t\./,
    );
  });

  test('inputs that aren’t scaled are named with their size', () => {
    const { result } = diverge({ inputs: inputs.map(([a, b]) => [a! * 255, b! * 255]) });
    expect(result.cause).toContain('the largest |x| is 25');
    expect(result.cause).toContain('data.scale');
  });

  test('a loss that grows with m is named', () => {
    expect(diverge({ loss: 'l2' }).result.cause).toContain('grows with m = 30');
  });

  describe('values in the data that aren’t numbers', () => {
    test.each([Number.NaN, Number.POSITIVE_INFINITY])('an input %d', value => {
      const bad = inputs.map((row, i) => (i === 17 ? [row[0]!, value] : row));
      const { result, kept, before } = diverge({ inputs: bad, activation: 'tanh' });
      expect(result).toMatchObject({ kind: 'diverged', iteration: 0, layer: 'input' });
      expect(result.cause).toContain(`input 1 of example 17 (counted from 0) is ${value}`);
      expect(kept).toEqual(before);
    });

    test('a label', () => {
      const { result } = diverge({ targets: numbers.map((row, i) => (i === 3 ? [Number.NaN] : row)) });
      expect(result).toMatchObject({ layer: 'output', iteration: 0 });
      expect(result.cause).toContain('label 0 of example 3');
    });
  });

  test('of many steps taken at once, the one at fault is found, and the weights before it kept', () => {
    const options = { learningRate: 3, iterations: 400 };
    const make = () =>
      createTraining({
        kernels: kernels('float64'),
        train: arrayDataset(inputs, numbers),
        snapshot: snapshotOf(
          [
            { id: 'input', type: 'input', shape: [2] },
            { id: 'hidden', type: 'dense', units: 4, activation: 'relu' },
            { id: 'output', type: 'dense', units: 1, activation: 'linear' },
          ],
          {
            loss: 'mean-squared-error',
            optimizer: { type: 'sgd', learningRate: options.learningRate },
            precision: 'float64',
          },
        ),
      });
    const [single, many] = [make(), make()];
    let before = single.checkpoint();
    let one: StepResult = finish(single.step());
    while (one.kind === 'step') {
      before = single.checkpoint();
      one = finish(single.step());
    }
    let other: StepResult = finish(many.steps(1000));
    while (other.kind === 'step') other = finish(many.steps(1000));
    expect(other).toEqual(one);
    expect(one.iteration).toBeGreaterThan(2);
    expect(many.iteration).toBe(one.iteration);
    expect(many.checkpoint()).toEqual(before);
  });
});
