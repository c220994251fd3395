import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/core/analyze';
import { decodeCheckpoint } from '../../src/formats/checkpointFile';
import { readSafetensors, writeSafetensors } from '../../src/formats/safetensors';
import { evaluateModel } from '../../src/runs/model/evaluateModel';
import { modelOfRun, modelOfWeights, type SavedModel } from '../../src/runs/model/savedModel';
import { fitted } from '../../src/runs/preparing/fitted';
import { savedRun } from '../../src/runs/training/savedRun';
import { startSession } from '../../src/runs/training/session';
import { temporaryFolder } from './temporaryFolder';

const base = temporaryFolder();
/** A run of Layerwise of November 2026, 40 steps of Adam, whose weights are called W1 and v.W1. */
const numbered = join(import.meta.dirname, '../fixtures/runs/numbered');
const file = join(base, 'moons.nn.json');
const text = readFileSync(join(numbered, 'network.nn.json'), 'utf8');

const copied = (name: string) => {
  const folder = join(base, name);
  cpSync(numbered, folder, { recursive: true });
  return folder;
};
const cost = async (model: SavedModel) => (await evaluateModel(model, ['train']))[0]!.cost;
// what `evaluate` of that version printed, of the run and of the same run after 20 steps more
const costThen = 0.5093529392033815;
const costAt60 = 0.43547965555141366;

describe('a run whose weights are named by number', () => {
  it('predicts and evaluates as then, under the text of its own', async () => {
    expect(await cost(await modelOfRun(copied('evaluated')))).toBeCloseTo(costThen, 5);
  });

  it('goes on as it would have then, with its averages, and is named by layers from there on', async () => {
    const folder = copied('resumed');
    const session = startSession(reading => savedRun(folder, reading, { iterations: 60 }), {});
    expect(await session.ended).toMatchObject({ state: 'finished', iteration: 60 });
    expect(await cost(await modelOfRun(folder))).toBeCloseTo(costAt60, 4);
    const { tensors } = readSafetensors(readFileSync(join(folder, 'last.safetensors')));
    expect(tensors.slice(0, 6).map(({ name }) => name)).toEqual([
      'hidden.W',
      'hidden.b',
      'output.W',
      'output.b',
      'hidden.W/v',
      'hidden.W/s',
    ]);
  });
});

describe('weights and a network that was edited since', () => {
  const weights = join(copied('edited'), 'last.safetensors');
  const modelOf = (edit: (text: string) => string, from = weights) =>
    modelOfWeights(file, edit(text), from, {});

  it('fit where a layer came before that isn’t needed, which numbers the others anew', async () => {
    const before = '{ "id": "input", "type": "input" },';
    const model = await modelOf(text =>
      text
        .replace(before, `${before} { "id": "aside", "type": "dense", "units": 7 },`)
        .replace('"id": "hidden", ', '"id": "hidden", "inputs": ["input"], '),
    );
    expect(model.snapshot.shapes!.layers.get('hidden')!.parameters[0]!.name).toBe('W2');
    expect(await cost(model)).toBeCloseTo(costThen, 5);
  });

  it('don’t where a layer is new, which is named', async () => {
    const deeper = '{ "id": "deeper", "type": "dense", "units": 5, "activation": "tanh" },';
    await expect(
      modelOf(text => text.replace('{ "id": "output"', `${deeper} { "id": "output"`)),
    ).rejects.toThrow(/^The weights hold no W2 \(deeper\.W\), which the network needs as \(5, 5\)\.$/);
  });

  it('don’t where a layer was renamed, and the name that it had is told', async () => {
    await expect(modelOf(text => text.replace('"hidden"', '"wide"'))).rejects.toThrow(
      'The weights hold no W1 (wide.W), which the network needs as (5, 2). What they hold of these shapes is of a layer "hidden": where "wide" was called so, call it so again.',
    );
  });

  it('are compared without memory for a network, however large it is', () => {
    const checkpoint = decodeCheckpoint(readFileSync(weights));
    const large = analyze(
      text
        .replace('"id": "input", "type": "input"', '"id": "input", "type": "input", "shape": [1000000]')
        .replace('"units": 5', '"units": 1000000'),
    );
    expect(() => fitted(large, checkpoint)).toThrow(
      'The weights are of another network: their W1 (hidden.W) is (5, 2), but this network needs (1000000, 1000000).',
    );
  });

  it('of another program are told by their names', async () => {
    const path = join(base, 'torch.safetensors');
    const { metadata } = readSafetensors(readFileSync(weights));
    const tensors = [
      { name: 'fc1.weight', shape: [5, 2], data: new Float32Array(10) },
      { name: 'fc1.bias', shape: [5], data: new Float32Array(5) },
    ];
    const { preprocessing } = metadata;
    writeFileSync(
      path,
      writeSafetensors({ tensors, metadata: { format: 'pt', preprocessing: preprocessing! } }),
    );
    await expect(modelOf(text => text, path)).rejects.toThrow(
      'The weights hold no W1 (hidden.W), which the network needs as (5, 2). They hold fc1.weight (5, 2), fc1.bias (5,) instead.',
    );
  });

  it('made by hand under numbers find their places by them', async () => {
    const path = join(base, 'byHand.safetensors');
    const { tensors, metadata } = readSafetensors(readFileSync(weights));
    const own = tensors.filter(({ name }) => !name.includes('.'));
    const { preprocessing } = metadata;
    for (const known of [{}, { format: 'layerwise' }] as Record<string, string>[]) {
      const texts = { ...known, preprocessing: preprocessing! };
      writeFileSync(path, writeSafetensors({ tensors: own, metadata: texts }));
      expect(await cost(await modelOf(text => text, path))).toBeCloseTo(costThen, 5);
    }
  });
});
