import { expect, test } from 'vitest';
import { createModel } from '../../../src/core/train/createModel';
import { wasmSet } from '../kernels/wasmSet';
import { snapshotOf } from './snapshotOf';

test.each(['rnn', 'gru', 'lstm'])('%s of 500 steps is compiled in less than 50 ms', type => {
  const kernels = wasmSet('float32', 'relaxed');
  const layers = [
    { id: 'input', type: 'input', shape: [500, 5] },
    { id: 'both', type, units: 9, returnSequences: true, bidirectional: true },
    { id: 'last', type, units: 7, backwards: true },
    { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
  ];
  const settings = {
    loss: 'categorical-cross-entropy',
    optimizer: 'adam',
    batchSize: 8,
    precision: 'float32',
  };
  const snapshot = snapshotOf(layers, settings);
  const times = [1, 2, 3].map(() => {
    const began = performance.now();
    createModel({ snapshot, kernels, batchSize: 8 });
    return performance.now() - began;
  });
  expect(Math.min(...times)).toBeLessThan(50);
});
