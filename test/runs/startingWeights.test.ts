import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/core/analyze';
import { decodeCheckpoint, encodeCheckpoint } from '../../src/formats/checkpointFile';
import { readSafetensors, type Tensor, writeSafetensors } from '../../src/formats/safetensors';
import { nodeFiles } from '../../src/platform/nodeFiles';
import { readRunInfo } from '../../src/runs/folder/runFolder';
import { weightsFile } from '../../src/runs/folder/weightsFile';
import { describeNetwork } from '../../src/runs/preparing/describeNetwork';
import { newRun } from '../../src/runs/training/newRun';
import { savedRun } from '../../src/runs/training/savedRun';
import { startSession } from '../../src/runs/training/session';
import { temporaryFolder } from './temporaryFolder';

const base = temporaryFolder();
const file = join(base, 'moons.nn.json');

const layers = {
  input: { type: 'input' },
  hidden: { type: 'dense', units: 5, activation: 'tanh' },
  norm: { type: 'batch-norm' },
  output: { type: 'dense', units: 1, activation: 'sigmoid' },
};

/** A network on two moons, with changes of some layers and of the whole. */
function network(
  change: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
  more: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({
    data: { generator: 'moons', examples: 60, seed: 3 },
    ...more,
    layers: Object.entries(layers).map(([id, layer]) => ({ id, ...layer, ...change[id] })),
    training: { loss: 'binary-cross-entropy', optimizer: 'adam', iterations: 12, batchSize: 10 },
  });
}

async function trained(text: string, folder: string): Promise<Readonly<Record<string, readonly number[]>>> {
  const session = startSession(reading => newRun({ file, text, folder: join(base, folder) }, reading), {});
  await session.ended;
  return arraysOf(folder);
}

const tensorsIn = (folder: string) =>
  decodeCheckpoint(readFileSync(join(base, folder, 'last.safetensors'))).parameters;
const arraysOf = (folder: string) =>
  Object.fromEntries(tensorsIn(folder).map(({ name, data }) => [name, [...data]]));

/** A file of the first run's weights, changed. */
function written(name: string, change: (tensors: readonly Tensor[]) => readonly Tensor[]): string {
  const { tensors, metadata } = readSafetensors(readFileSync(join(base, 'first/last.safetensors')));
  writeFileSync(join(base, name), writeSafetensors({ tensors: change(tensors), metadata }));
  return name;
}

const first = trained(network(), 'first');

describe('a network that starts with weights', () => {
  test('computes once what frozen layers give of data in memory, and says so', async () => {
    await first;
    const text = network({ hidden: { frozen: true } }, { weights: 'first' });
    const training = { loss: 'binary-cross-entropy', optimizer: 'adam', epochs: 4, batchSize: 12 };
    const data = { generator: 'moons', examples: 60, seed: 3, split: { test: 0 } };
    await trained(JSON.stringify({ ...JSON.parse(text), data, training }), 'once');
    expect(await readRunInfo(join(base, 'once'))).toMatchObject({
      passes: ['in-place', 'frozen-once', 'write-first'],
    });
  });

  test('of a run takes what fits by name and shape, and says what was taken, what wasn’t and why', async () => {
    const before = await first;
    const frozen = {
      hidden: { frozen: true },
      norm: { frozen: true },
      output: { units: 2, activation: 'softmax' },
    };
    const text = network(frozen, { weights: 'first' }).replace('binary-cross', 'categorical-cross');
    const after = await trained(text, 'second');
    for (const name of ['hidden.W', 'hidden.b', 'norm.gamma', 'norm.beta', 'norm.mean', 'norm.variance'])
      expect([name, ...after[name]!]).toEqual([name, ...before[name]!]);
    const info = await readRunInfo(join(base, 'second'));
    expect(info?.start).toEqual([
      'Taken from first: hidden and norm.',
      'Left there: output.W and output.b.',
      'output starts anew: its W is (1, 5), and (2, 5) is needed here.',
    ]);
    // a resume needs the run alone
    const goingOn = startSession(reading => savedRun(join(base, 'second'), reading, { iterations: 15 }), {});
    expect(await goingOn.ended).toMatchObject({ state: 'finished', iteration: 15, start: info!.start });
    expect(arraysOf('second')['hidden.W']).toEqual(before['hidden.W']);
  });

  test('of its own in every layer needs nothing of the network’s, and says so', async () => {
    const before = await first;
    const own = (id: string) => ({ weights: `first/last.safetensors#${id}` });
    const after = await trained(
      network(
        { hidden: own('hidden'), norm: own('norm'), output: { ...own('output'), frozen: true } },
        { weights: 'first' },
      ),
      'own',
    );
    expect(after['output.W']).toEqual(before['output.W']);
    const { start } = (await readRunInfo(join(base, 'own')))!;
    expect(start).toContain(
      'Nothing was needed of first: every layer with parameters starts with weights of its own.',
    );
    expect(start).toContain('Taken from first/last.safetensors: hidden, norm and output.');
    expect(start!.join()).not.toContain('none');
  });

  test('of a layer of a file, under another name; the rest is drawn as it would be without', async () => {
    const before = await first;
    const plain = network({ hidden: { initializer: 'he' } });
    const drawn = await trained(plain, 'drawn');
    const one = {
      hidden: { initializer: 'he', weights: 'first/last.safetensors#hidden', learningRateFactor: 1e-30 },
    };
    const taken = await trained(network(one).replaceAll('"id":"hidden"', '"id":"renamed"'), 'third');
    // float32 doesn't see a step of 1e-33
    expect(taken['renamed.W']).toEqual(before['hidden.W']);
    expect(taken['output.W']).not.toEqual(before['output.W']);
    expect(drawn['output.W']!.length).toBe(taken['output.W']!.length);
    expect((await readRunInfo(join(base, 'third')))?.start?.[0]).toBe(
      'Taken from first/last.safetensors: renamed (there hidden).',
    );
  });
});

describe('what can’t be taken is one sentence on its layer and field, before anything is trained', () => {
  const problemsOf = async (text: string) => {
    await first;
    const { network } = analyze(text);
    const names = [network!.weights, ...network!.layers.map(({ fields }) => fields?.weights)].filter(
      (name): name is string => typeof name === 'string',
    );
    const files = [...new Set(names.map(name => name.replace(/#.*/, '')))];
    const report = await describeNetwork(network!.data!, files, nodeFiles(base));
    const { problems } = analyze(text, report);
    const started = newRun({ file, text, folder: join(base, 'never') }, {});
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) throw new Error('nothing is wrong');
    await expect(started).rejects.toThrow(errors[0]!.message);
    return errors.map(({ layer, field, message, fixes }) => ({ layer, field, message, fixes: fixes.length }));
  };
  const onLayer = (weights: string) => problemsOf(network({ hidden: { weights } }));
  const onNetwork = (weights: string) => problemsOf(network({}, { weights }));

  test('a layer that isn’t there, with those that would fit', async () => {
    expect(await onLayer('first#hiden')).toEqual([
      {
        layer: 'hidden',
        field: 'weights',
        message:
          '"hidden" can’t take its weights from "first#hiden": there is no layer "hiden" in it, but "hidden", "norm", "output".',
        fixes: 1,
      },
    ]);
  });

  test('other shapes, half a layer, NaN', async () => {
    await first;
    expect((await onLayer('first#output'))[0]!.message).toContain(
      'its W is (1, 5), and (5, 2) is needed here',
    );
    const half = written('half.safetensors', tensors =>
      tensors.filter(({ name }) => !name.startsWith('hidden.b')),
    );
    // an average without its parameter is no checkpoint, so that it goes too
    expect((await onLayer(`${half}#hidden`))[0]).toMatchObject({ layer: 'hidden', field: 'weights' });
    const spoilt = written('nan.safetensors', tensors =>
      tensors.map(tensor =>
        tensor.name === 'hidden.W'
          ? { ...tensor, data: tensor.data.map((x, i) => (i === 3 ? Number.NaN : x)) }
          : tensor,
      ),
    );
    const said = 'its W has values that are no numbers (NaN or infinite)';
    expect((await onLayer(`${spoilt}#hidden`))[0]!.message).toContain(said);
    expect(await onNetwork(spoilt)).toMatchObject([
      { layer: 'hidden', field: 'weights', message: expect.stringContaining(said) },
    ]);
  });

  test('half a file, no file, a folder that is no run, a file of another kind', async () => {
    await first;
    const bytes = readFileSync(join(base, 'first/last.safetensors'));
    writeFileSync(join(base, 'cut.safetensors'), bytes.subarray(0, bytes.length - 40));
    writeFileSync(join(base, 'text.safetensors'), 'W = [[1, 2]]');
    mkdirSync(join(base, 'folder'));
    for (const [name, said] of [
      ['cut.safetensors', 'cut short or damaged'],
      ['gone.safetensors', 'gone.safetensors'],
      ['folder', 'is a folder, but no run'],
      ['text.safetensors', 'text.safetensors can’t be used: '],
    ] as const) {
      expect(await onNetwork(name)).toMatchObject([{ layer: undefined, field: 'weights' }]);
      expect((await onNetwork(name))[0]!.message).toContain(said);
      expect(await onLayer(`${name}#hidden`)).toMatchObject([{ layer: 'hidden', field: 'weights' }]);
    }
  });

  test('what lies outside of where may be read, links that lead nowhere, a folder that can’t be listed', async () => {
    await first;
    const inner = join(base, 'inner');
    mkdirSync(inner);
    symlinkSync(join(base, 'nowhere'), join(inner, 'dangling'));
    symlinkSync('../first', join(inner, 'out'));
    const bounded = nodeFiles(inner, [inner]);
    const faultOf = async (address: string, files = bounded) =>
      (await weightsFile(files, address)).report.fault;
    for (const address of [
      '../first',
      '../first/last.safetensors',
      '../gone',
      'out',
      'dangling',
      'dangling/last.safetensors',
    ])
      expect(await faultOf(address)).toContain(address);
    expect(await faultOf('../first')).toContain("can't be read: ");
    expect(await faultOf('dangling', nodeFiles(inner))).toContain('dangling');
    expect(await faultOf('x'.repeat(5000))).toContain("can't be the address of a file");
    const free = nodeFiles(base);
    const unlisted = {
      ...free,
      list: () => Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES', syscall: 'scandir' })),
    };
    expect(await faultOf('first', unlisted)).toBe("first can't be read: you have no permission.");
    // nothing is said of an error that is ours
    const broken = {
      ...free,
      resolve: () => {
        throw new TypeError('ours');
      },
    };
    await expect(weightsFile(broken, 'first')).rejects.toThrow('ours');
  });

  test('another network, and a frozen layer that gets none', async () => {
    await first;
    const other = written('other.safetensors', tensors =>
      tensors.filter(({ name }) => name.startsWith('norm') && !name.includes('/')),
    );
    expect(await problemsOf(network({ hidden: { frozen: true } }, { weights: other }))).toMatchObject([
      {
        layer: 'hidden',
        field: 'frozen',
        message: expect.stringContaining('there is no layer "hidden" in it, but "norm"'),
      },
    ]);
    const text = network({}, { weights: 'first' })
      .replaceAll('"id":"hidden"', '"id":"a"')
      .replaceAll('"id":"norm"', '"id":"b"')
      .replaceAll('"id":"output"', '"id":"c"');
    expect((await problemsOf(text))[0]).toMatchObject({
      layer: undefined,
      field: 'weights',
      message: expect.stringContaining('is of another network'),
    });
  });

  test('any bytes at all are a sentence, and nothing is thrown', async () => {
    const { parameters } = { parameters: tensorsIn('first') };
    const bytes = encodeCheckpoint({ iteration: 1, parameters, slots: [] });
    for (let i = 0; i < 200; i++) {
      const spoilt = bytes.slice();
      spoilt[(i * 7919) % bytes.length]! ^= 1 << (i % 8);
      writeFileSync(join(base, 'any.safetensors'), spoilt);
      const { report } = await weightsFile(nodeFiles(base), 'any.safetensors');
      expect((report.arrays === undefined) !== (report.fault === undefined)).toBe(true);
    }
  });
});
