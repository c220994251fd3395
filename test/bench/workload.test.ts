import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { benchModule } from './benchModule';

const { allWorkloads, stepsOf, flopsOf } = await benchModule('workloads/workload.mjs');
const { prepare } = await benchModule('data/prepare.mjs');
const { syntheticPictures } = await benchModule('data/synthetic.mjs');
const { buildEngine } = await benchModule('engine/buildEngine.mjs');
const { answerOf } = await benchModule('run/askPeer.mjs');
const { findPeers, peerNames } = await benchModule('run/findPeers.mjs');
const { runWorkload } = await benchModule('run/runWorkload.mjs');
const { writeNpy, readNpy } = await benchModule('npy.mjs');

const temporary = mkdtempSync(join(tmpdir(), 'layerwise-bench-test-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const planar = {
  name: 'tiny',
  data: 'planar',
  scale: 1,
  layers: [
    { units: 3, activation: 'tanh', initializer: { type: 'normal', scale: 0.1 } },
    { units: 1, activation: 'sigmoid', initializer: { type: 'normal', scale: 0.1 } },
  ],
  training: {
    loss: 'binary-cross-entropy',
    optimizer: { type: 'sgd', learningRate: 0.5 },
    iterations: 40,
    seed: 3,
  },
};

describe('the workloads', () => {
  test('are those of the table, in its order, each with its steps', async () => {
    const workloads: { name: string; waits?: string }[] = await allWorkloads();
    expect(workloads.map(({ name }) => name)).toEqual([
      'logistic-cats',
      'shallow-planar',
      'two-layer-cats',
      'four-layer-cats',
      'mlp-mnist',
      'mlp-wide',
      'cnn-mnist',
      'lenet-mnist',
      'cnn-64',
      'resnet18-step',
      'mobilenetv2-step',
      'lstm-rows',
      'gru-rows',
      'rnn-rows',
      'gpt-tiny',
    ]);
    const m = [209, 400, 209, 209, 60_000, 12_800, 12_800, 60_000, 209, 8, 8, 12_800, 12_800, 12_800, 2346];
    const steps = workloads.filter(({ waits }) => !waits).map((workload, i) => stepsOf(workload, m[i]));
    expect(steps).toEqual([2000, 10_000, 2500, 2500, 938, 100, 200, 938, 35, 10, 10, 200, 200, 200, 200]);
  });

  test('count the last, smaller batch of an epoch as what it is', () => {
    const workload = { layers: [{ units: 2 }], training: { epochs: 1, batchSize: 4 } };
    // forward and dW of 2 × 3 weights, 10 examples in batches of 4, 4, 2; then one of the next epoch
    expect(flopsOf(workload, { m: 10, products: [12] }, 3)).toBe(10 * 24);
    expect(flopsOf(workload, { m: 10, products: [12] }, 4)).toBe(14 * 24);
  });
});

test('pictures that stand in for missing ones are the same each time, and of all classes', () => {
  const { x, y, synthetic } = syntheticPictures([50, 8, 8], 3);
  expect(synthetic).toBe(true);
  expect(x.data).toHaveLength(50 * 64);
  expect(new Set(y.data)).toEqual(new Set([0, 1, 2]));
  expect(syntheticPictures([50, 8, 8], 3).x.data).toEqual(x.data);
});

test('an array comes back from its NPY file', () => {
  const file = join(temporary, 'a.npy');
  for (const array of [
    { shape: [2, 3], data: Float64Array.of(1, 2, 3, 4, 5, 6.5) },
    { shape: [3], data: Uint8Array.of(1, 2, 255) },
    { shape: [2, 1], data: Float32Array.of(0.5, -1) },
  ]) {
    writeNpy(file, array);
    expect(readNpy(file)).toEqual(array);
  }
});

describe('peers', () => {
  test('that can’t run are named with what they lack', async () => {
    const folder = mkdtempSync(join(temporary, 'peers-'));
    writeFileSync(
      join(folder, 'absent.mjs'),
      `import { serve } from ${JSON.stringify(join(import.meta.dirname, '../../bench/peers/protocol/job.mjs'))};
       serve(() => import('no-such-package'));`,
    );
    const [peer] = await findPeers(['absent'], folder);
    expect(peer).toMatchObject({ peer: 'absent', missing: "Cannot find package 'no-such-package'" });
    expect(await answerOf('/no/such/python3', [], '', {})).toEqual({
      missing: 'there is no /no/such/python3',
    });
  });

  test('that break are told with what they said', async () => {
    await expect(answerOf(process.execPath, ['-e', 'throw new Error("broken")'], '', {})).rejects.toThrow(
      'broken',
    );
    await expect(answerOf(process.execPath, ['-e', 'console.log("no JSON")'], '', {})).rejects.toThrow(
      'no JSON',
    );
  });
});

test('a tiny workload, all the way', { timeout: 120_000 }, async () => {
  const engine = await buildEngine(join(temporary, 'engine'));
  const prepared = await prepare(planar, join(temporary, 'tiny'), engine);
  expect(prepared).toMatchObject({ m: 400, products: [12, 6], steps: 40, synthetic: false });

  const peers: { peer: string; missing?: string; precisions: string[]; name: string }[] = await findPeers([
    'layerwise',
    'numpy-notes',
  ]);
  expect(peerNames()).toEqual(expect.arrayContaining(peers.map(({ peer }) => peer)));
  const [layerwise, numpy] = peers;
  expect(layerwise!.missing).toBeUndefined();
  if (numpy!.missing !== undefined) expect(numpy!.missing).toMatch(/numpy|there is no/);

  const runners = peers
    .filter(({ missing }) => missing === undefined)
    .flatMap(peer => peer.precisions.map(precision => ({ ...peer, precision, title: peer.name })));
  const rows: {
    precision: string;
    peer: string;
    times: number[];
    seconds: number;
    taken: number;
    cost: number;
    costOfLayerwise?: number;
  }[] = await runWorkload(prepared, runners, { runs: 2, longest: 20, slice: 3 });

  expect(rows).toHaveLength(numpy!.missing === undefined ? 4 : 2);
  for (const row of rows) {
    expect(row).toMatchObject({ taken: 40, times: [expect.any(Number), expect.any(Number)] });
    expect(row.seconds).toBeGreaterThan(0);
    expect(row.cost).toBeLessThan(Math.LN2);
    if (row.peer !== 'layerwise') expect(row.cost).toBeCloseTo(row.costOfLayerwise!, 5);
  }

  // a run that may take only a part of the steps says so, and is scaled to all
  const [part] = await runWorkload(prepared, runners.slice(0, 1), { runs: 1, longest: 1e-9, slice: 1e-9 });
  expect(part.taken).toBe(2);
  expect(part.cost).toBeGreaterThan(rows[0]!.cost);

  // where all steps would be other steps than a part of them, it takes all
  const wide = { ...planar, data: 'cats', examples: 6, layers: planar.layers.slice(1) };
  const pictures = await prepare(wide, join(temporary, 'wide'), engine);
  const [whole] = await runWorkload(pictures, runners.slice(0, 1), { runs: 1, longest: 1e-9, slice: 1e-9 });
  expect(whole.taken).toBe(40);
});
