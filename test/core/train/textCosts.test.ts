import { expect, test } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import { createTraining } from '../../../src/core/train/createTraining';
import { loadData } from '../../../src/data/data';
import { nodeFiles } from '../../../src/platform/nodeFiles';
import recorded from '../../golden/textCosts.json';
import { wasmSet } from '../kernels/wasmSet';
import { finish } from './finish';

// PyTorch's costs from the same weights and batches, as test/golden/textCosts.mjs recorded them; it compares all 100 of gpt-tiny's,
// whose steps take a third of a second each, and the cost of its test set
const steps = { names: 100, tales: 100, 'gpt-tiny': 12 };
const files = nodeFiles(new URL('../../../samples/', import.meta.url).pathname);

test.each(Object.entries(steps))('%s costs what it costs in PyTorch, step by step', async (name, count) => {
  const { network, costs, testCost } = recorded[name as keyof typeof recorded];
  const text = JSON.stringify(network);
  const { train, test, report } = await loadData(analyze(text).network!.data!, files);
  const snapshot = analyze(text, report);
  const training = createTraining({ snapshot, kernels: wasmSet('float32', 'relaxed'), train });
  for (let i = 0; i < count; i++) {
    const step = finish(training.step());
    if (step.kind === 'diverged') throw new Error(step.cause);
    expect(Math.abs(step.cost / costs[i]! - 1)).toBeLessThan(1e-4);
  }
  if (count < costs.length) return;
  expect(Math.abs(finish(training.evaluate(test!)).cost / testCost - 1)).toBeLessThan(1e-4);
});
