import { expect, test } from 'vitest';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { Random } from '../../../src/core/random';
import { createTraining } from '../../../src/core/train/createTraining';
import golden from '../../golden/optimizers.json';
import { arrayDataset } from './arrayDataset';
import { stepCost } from './finish';
import { snapshotOf } from './snapshotOf';

/** The golden runs' data: ten points and two functions of them. */
function functionsOfPoints() {
  const random = new Random(9);
  const inputs = Array.from({ length: 10 }, () => [random.randn(), random.randn()]);
  return arrayDataset(
    inputs,
    inputs.map(([a, b]) => [Math.sin(a!) + b!, a! * b!]),
  );
}

// golden numbers: python3 test/golden/optimizers.py > test/golden/optimizers.json
test.each(golden)('$optimizer.type, batch size $batchSize, does what its formula does in NumPy', run => {
  const training = createTraining({
    kernels: referenceKernels('float64'),
    train: functionsOfPoints(),
    snapshot: snapshotOf(
      [
        { id: 'input', type: 'input', shape: [2] },
        { id: 'hidden', type: 'dense', units: 3, activation: 'tanh' },
        { id: 'output', type: 'dense', units: 2, activation: 'linear' },
      ],
      { loss: 'mean-squared-error', optimizer: run.optimizer, batchSize: run.batchSize, seed: 4 },
    ),
  });
  for (const cost of run.costs) expect(stepCost(training)).toBeCloseTo(cost, 12);
  expect(training.parameters.map(({ name }) => name)).toEqual(['W1', 'b1', 'W2', 'b2']);
  for (const [i, { data }] of training.parameters.entries()) {
    for (const [k, value] of data.entries()) expect(value).toBeCloseTo(run.parameters[i]![k]!, 12);
  }
});
