import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect } from 'vitest';
import { readSafetensors } from '../../src/formats/safetensors';
import { openRun, readMetrics, runsFolder } from '../../src/runs/folder/runFolder';
import { weightsOfRun } from '../../src/runs/folder/runWeights';
import { tidyRuns } from '../../src/runs/folder/tidyRuns';
import { newRun } from '../../src/runs/training/newRun';
import { savedRun } from '../../src/runs/training/savedRun';
import { startSession } from '../../src/runs/training/session';
import { networkText } from '../runs/network';
import { temporaryFolder } from '../runs/temporaryFolder';
import { row } from './row';
import { buildOn } from './runs/buildOn';
import { type Killed, type Moment, runAndKill } from './runs/killed';

const base = temporaryFolder();
const iterations = 300;
const text = networkText({ iterations, evaluateEvery: 1, precision: 'float64' });
const file = join(base, 'moons.nn.json');
const whole = ['best.safetensors', 'last.safetensors', 'metrics.jsonl', 'network.nn.json', 'run.json'];
let bundle: string;
/** The bytes of the weights of a run that nobody killed. */
let reference: { readonly last: unknown; readonly best: unknown };

beforeAll(async () => {
  writeFileSync(file, text);
  bundle = await buildOn('slowRenames.ts', 'checkpointingRun.ts', join(base, 'bundle'));
  const run = await startSession(reading => newRun({ file, text }, reading), {}).ended;
  reference = weightsIn(run!.folder);
});

function weightsIn(folder: string) {
  const bytes = (name: string) =>
    readSafetensors(readFileSync(join(folder, `${name}.safetensors`))).tensors.map(
      ({ name, shape, data }) => ({
        name,
        shape,
        data: Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('hex'),
      }),
    );
  return { last: bytes('last'), best: bytes('best') };
}

/** Numbers from 0 to 1, the same each time. */
function* drawn(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Nothing that was acknowledged is lost, and weights, metrics and run.json are of one checkpoint. */
async function checkWhole({ folder, kept }: Killed): Promise<void> {
  const info = await openRun(folder);
  expect(info.iteration, 'steps kept').toBeGreaterThanOrEqual(kept);
  const last = (await weightsOfRun(folder, 'last'))!;
  expect(last.checkpoint.iteration, 'steps of the last weights').toBe(info.iteration);
  const points = await readMetrics(info);
  expect(points.map(point => point.iteration)).toEqual(Array.from({ length: info.iteration }, (_, i) => i));
  const best = await weightsOfRun(folder, 'best');
  const costs = points.map(({ testCost }) => testCost!);
  if (best && best.checkpoint.iteration < info.iteration) {
    expect(best.metadata.cost, 'the best cost').toBe(Math.min(...costs));
    expect(costs[best.checkpoint.iteration]).toBe(best.metadata.cost);
  } else if (!best) expect(costs).toEqual([]);
  for (const { data } of last.checkpoint.parameters) expect(data.every(Number.isFinite)).toBe(true);
}

/** What the next start leaves. */
async function checkTidy(folder: string): Promise<void> {
  await tidyRuns(runsFolder(base));
  const left = readdirSync(folder).filter(name => !whole.includes(name));
  expect(left, 'files left over').toEqual([]);
}

const renamings = [
  'before run.json',
  'after run.json',
  'before last.safetensors',
  'before best.safetensors',
  'after best.safetensors',
];

row(
  'a run killed between two renamings of a checkpoint: nothing lost, nothing left over',
  { quick: 5, full: 150, limit: 1_500_000 },
  async (count, tally) => {
    const random = drawn(1);
    for (let i = 0; i < count; i++) {
      const at = renamings[i % renamings.length]!;
      const moment: Moment = { checkpoints: 2 + Math.floor(random.next().value * 12), at };
      await tally.try(`${i}, ${at}`, async () => {
        const killed = await runAndKill(bundle, file, moment);
        expect(killed.at).toBe(at);
        await checkWhole(killed);
        await checkTidy(killed.folder);
        await checkWhole(killed);
      });
    }
  },
);

row(
  'a run killed at any moment while it writes checkpoints: nothing lost, nothing left over',
  { quick: 5, full: 350, limit: 1_500_000 },
  async (count, tally) => {
    const random = drawn(2);
    for (let i = 0; i < count; i++) {
      const moment: Moment = {
        checkpoints: 1 + Math.floor(random.next().value * 40),
        after: random.next().value * 40,
      };
      await tally.try(`${i}, ${JSON.stringify(moment)}`, async () => {
        const killed = await runAndKill(bundle, file, moment);
        await checkWhole(killed);
        await checkTidy(killed.folder);
      });
    }
  },
);

row(
  'a run killed at a random step and resumed: the weights of an uninterrupted one, to the last bit',
  { quick: 3, full: 100, limit: 1_500_000 },
  async (count, tally) => {
    const random = drawn(3);
    for (let i = 0; i < count; i++) {
      const moment: Moment = {
        checkpoints: 1 + Math.floor(random.next().value * 150),
        after: random.next().value * 20,
      };
      await tally.try(`${i}, ${JSON.stringify(moment)}`, async () => {
        const killed = await runAndKill(bundle, file, moment);
        const done = await startSession(reading => savedRun(killed.folder, reading), {}).ended;
        expect(done).toMatchObject({ state: 'finished', iteration: iterations });
        expect(weightsIn(killed.folder)).toEqual(reference);
        expect(readdirSync(killed.folder).sort()).toEqual(whole);
      });
    }
  },
);
