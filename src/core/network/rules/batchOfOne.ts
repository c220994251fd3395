import { layerOf } from '../../layers';
import { learningOf } from '../../layers/definition/learningFields';
import type { LayerNode, ShapeReport } from '../network';
import type { Rule } from './rule';

const layers = `    { "id": "input", "type": "input", "shape": [3] },
    { "id": "hidden", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "norm", "type": "batch-norm" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }`;

const network = (batchSize: number) => `{
  "layers": [
${layers}
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "iterations": 100, "batchSize": ${batchSize} }
}
`;

export const batchOfOne: Rule = {
  code: 'batch-of-one',
  severity: 'warning',
  why: 'Batch norm takes away the mean of the batch. Of a single example the mean is the example itself, so that each value becomes 0 and the layer gives β, whatever came in: nothing before it learns. Of pictures the mean is over the pixels too, so that one is enough.',
  examples: [
    { bad: network(1), good: network(32) },
    {
      bad: network(50),
      good: network(51),
      data: {
        facts: {
          inputShape: [3],
          examples: { train: 201, test: 0 },
          targets: { n: 1, classes: ['0', '1'], binary: true, oneHot: false },
          choices: [],
        },
        faults: [],
        files: [],
      },
    },
  ],

  check({ network: { training, layers }, shapes, data, report }) {
    if (!training) return;
    const m = data?.facts?.examples.train;
    const batchSize = training.batchSize === 'all' ? m : Math.min(training.batchSize, m ?? Infinity);
    if (batchSize === undefined) return;
    const alone = batchSize === 1;
    if (!alone && (m === undefined || m % batchSize !== 1)) return;
    const change = (to: number) => ({
      title: `Change "batchSize" to ${to}`,
      edits: [{ kind: 'set-value' as const, path: ['training', 'batchSize'], value: to }],
    });
    for (const layer of layers.filter(layer => learnsNothingOfOne(layer, shapes))) {
      if (alone) {
        const usual = Math.min(32, m ?? Infinity);
        report({
          layer,
          message: `With a batch size of 1, "${layer.id}" takes each example for its own mean and gives the same for all, so that the layers before it learn nothing. ${m === 1 ? 'The training set has only one example.' : 'Use a larger batch.'}`,
          fixes: usual > 1 ? [change(usual)] : [],
        });
      } else {
        let better = batchSize + 1;
        while (m! % better === 1) better++;
        report({
          layer,
          severity: 'information',
          message: `Of ${m} examples in batches of ${batchSize} one is left over: that step teaches the layers before "${layer.id}" nothing, since a batch norm takes a single example for its own mean. Another batch size leaves more, or none.`,
          fixes: [change(better)],
        });
      }
    }
  },
};

/** A layer that sees the batch, with a single value of each kind in an example. */
function learnsNothingOfOne({ id, type, fields }: LayerNode, shapes: ShapeReport): boolean {
  const sizes = shapes.layers.get(id)?.output;
  const seesBatch = layerOf(type)?.wholeBatch === true && !learningOf(fields).frozen;
  return seesBatch && sizes?.slice(0, -1).every(size => size === 1) === true;
}
