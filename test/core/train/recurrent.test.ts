import { describe, expect, test } from 'vitest';
import type { Kernels } from '../../../src/core/kernels/kernels';
import { createTraining } from '../../../src/core/train/createTraining';
import type { Checkpoint } from '../../../src/core/train/training';
import { threadedSet, wasmSet } from '../kernels/wasmSet';
import { stepCost } from './finish';
import { randomDataset } from './randomDataset';
import { snapshotOf } from './snapshotOf';

const train = randomDataset(22, [6, 5], 'one-hot', 3);
const layersOf = (type: string) => [
  { id: 'input', type: 'input', shape: [6, 5] },
  { id: 'both', type, units: 9, returnSequences: true, bidirectional: true },
  { id: 'last', type, units: 7, backwards: true },
  { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
];
const settings = { loss: 'categorical-cross-entropy', optimizer: 'adam', batchSize: 8 };

function training(type: string, kernels: Kernels, resume?: Checkpoint) {
  const snapshot = snapshotOf(layersOf(type), { ...settings, precision: kernels.precision });
  return createTraining({ snapshot, kernels, train, resume });
}

describe.each(['rnn', 'gru', 'lstm'])('%s', type => {
  test('goes on after a stop as if there had been none, and on any number of threads, bit for bit', () => {
    const whole = training(type, wasmSet('float32', 'relaxed'));
    for (let i = 0; i < 7; i++) stepCost(whole);
    const before = training(type, threadedSet('float32', 2));
    for (let i = 0; i < 4; i++) stepCost(before);
    const after = training(type, threadedSet('float32', 3), before.checkpoint());
    for (let i = 0; i < 3; i++) stepCost(after);
    expect(after.checkpoint().parameters).toEqual(whole.checkpoint().parameters);
  });
});
