import { expect, test } from 'vitest';
import { analyze, matchWeights } from '../../../src/core/analyze';
import type { DataFacts, DataReport } from '../../../src/core/network/dataReport';
import { continueNetwork, cutsOf } from '../../../src/core/proposal/continueNetwork';
import { sizesOf } from '../../../src/core/shape';

const text = `{
  "name": "digits", // with a comment
  "data": { "images": "digits" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "conv", "type": "conv2d", "filters": 4, "kernelSize": 3, "activation": "relu" },
    { "id": "skip", "type": "conv2d", "filters": 4, "kernelSize": 3, "inputs": ["input"] },
    { "id": "add", "type": "add", "inputs": ["conv", "skip"] },
    { "id": "pool", "type": "max-pool2d", "poolSize": 2 },
    { "id": "flatten", "type": "flatten" },
    { "id": "hidden", "type": "dense", "units": 6, "activation": "relu", "weights": "older.safetensors#a" },
    { "id": "beside", "type": "dense", "units": 6, "inputs": ["flatten"] },
    { "id": "drop", "type": "dropout", "rate": 0.5, "inputs": ["hidden"] },
    { "id": "head", "type": "dense", "units": 5, "activation": "softmax" }
  ],
  "training": { "loss": "categorical-cross-entropy", "optimizer": "sgd", "epochs": 3, "precision": "float64" },
  "view": { "positions": { "conv": { "x": 1, "y": 2 } } }
}
`;

const facts = (classes: readonly string[], inputShape = [10, 10, 1]): DataFacts => ({
  inputShape,
  examples: { train: 50, test: 10 },
  targets: { n: 1, classes, binary: classes.length === 2, oneHot: false },
  inputType: 'uint8',
  choices: [],
});
const trained = facts(['0', '1', '2', '3', '4']);
const now = facts(['5', '6', '7', '8', '9', 'other']);

/** What a run of the network keeps. */
function weightsReport(): NonNullable<DataReport['weights']>[number] {
  const { shapes } = analyze(text, { facts: trained, faults: [], files: [] });
  const arrays = [...shapes!.layers.values()].flatMap(({ id, parameters }) =>
    parameters.map(({ unnumbered, dims }) => ({
      name: `${id}.${unnumbered}`,
      shape: sizesOf(dims) as number[],
      finite: true,
    })),
  );
  return { file: 'runs/a', arrays };
}

const made = (last: string, run = text, data: Readonly<Record<string, unknown>> = { images: 'others' }) =>
  continueNetwork({ name: 'others', text: run, trained, last, weights: 'runs/a', data, facts: now });

test('a network can be cut after every layer that is computed with parameters, but the output', () => {
  const cuts = cutsOf(text, trained);
  expect(cuts.map(({ id }) => id)).toEqual([
    'drop',
    'beside',
    'hidden',
    'flatten',
    'pool',
    'add',
    'skip',
    'conv',
  ]);
  expect(cuts.at(-1)).toEqual({ id: 'conv', title: 'Convolution', parameters: 40 });
  expect(cuts[2]!.parameters).toBe(40 + 40 + (4 * 4 * 4 + 1) * 6);
});

test.each(cutsOf(text, trained).map(({ id }) => id))(
  'cut after %s, it fits the data and takes the run’s weights',
  last => {
    const written = made(last);
    const weights = weightsReport();
    const { network, shapes, problems } = analyze(written, {
      facts: now,
      faults: [],
      files: [],
      weights: [weights],
    });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { taken, anew } = matchWeights(network!, shapes!, [weights]);
    const frozen = network!.layers.filter(({ raw }) => raw.frozen === true).map(({ id }) => id);
    expect(frozen.length).toBeGreaterThan(0);
    expect(taken.map(({ layer }) => layer)).toEqual(frozen);
    // "head" is taken, and would start with what it was
    expect(anew.map(({ layer }) => layer)).toEqual(['head2']);
    expect(network!.layers.at(-1)!.raw).toMatchObject({ type: 'dense', units: 6, activation: 'softmax' });
  },
);

test('keeps what leads to the layer, with its joins, and nothing of what was said of the old run', () => {
  expect(made('hidden')).toBe(`{
  "name": "others",
  "data": { "images": "others" },
  "weights": "runs/a",
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "conv", "type": "conv2d", "filters": 4, "kernelSize": 3, "activation": "relu", "frozen": true },
    { "id": "skip", "type": "conv2d", "inputs": ["input"], "filters": 4, "kernelSize": 3, "frozen": true },
    { "id": "add", "type": "add", "inputs": ["conv", "skip"] },
    { "id": "pool", "type": "max-pool2d", "poolSize": 2 },
    { "id": "flatten", "type": "flatten" },
    { "id": "hidden", "type": "dense", "units": 6, "activation": "relu", "frozen": true },
    { "id": "head2", "type": "dense", "units": 6, "activation": "softmax", "initializer": "xavier" }
  ],
  "training": {
    "loss": "categorical-cross-entropy",
    "optimizer": { "type": "adam", "learningRate": 0.001 },
    "epochs": 50,
    "batchSize": 16,
    "seed": 1,
    "precision": "float64"
  }
}
`);
});

test('the inputs are prepared as those of the run, which a comment at the top says', () => {
  const prepared = (of: string, data: Readonly<Record<string, unknown>>) => {
    const written = made('hidden', text.replace('"images": "digits"', `"images": "digits"${of}`), data);
    const { problems, network } = analyze(written);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const said = written
      .slice(2, written.indexOf('  "name"'))
      .replaceAll('  // ', '')
      .replaceAll('\n', ' ')
      .trim();
    return { data: network!.data, said };
  };
  const kept = 'as in the run: the layers that are kept have learnt from such values.';
  const others = { images: 'others', split: { test: 0.2, seed: 1 } };
  expect(prepared(', "scale": 255', { ...others, scale: 255 })).toEqual({
    data: { ...others, scale: 255 },
    said: `The inputs are divided by 255, ${kept}`,
  });
  const change =
    'Where their numbers are in other units than the run’s, change “data” so that the layers get the same.';
  expect(
    prepared(', "scale": 2, "standardise": true, "normaliseRows": true', { ...others, scale: 255 }),
  ).toEqual({
    data: { ...others, scale: 2, standardise: true, normaliseRows: true },
    said: `The inputs are divided by 2, then standardised, then normalised, each example by itself, ${kept} These data alone would be divided by 255. ${change} The mean and the deviation are those of the new training set.`,
  });
  expect(prepared(', "standardise": false', { ...others, scale: 255 })).toEqual({
    data: others,
    said: `The inputs are taken as they are, ${kept} These data alone would be divided by 255. ${change}`,
  });
  expect(prepared('', others)).toEqual({ data: others, said: '' });
});
