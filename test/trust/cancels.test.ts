import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect } from 'vitest';
import { Random } from '../../src/core/random';
import type { ToTrainer } from '../../src/protocol/trainer';
import { bundle } from '../cli/bundle';
import { networkText } from '../runs/network';
import { temporaryFolder } from '../runs/temporaryFolder';
import { Trainer } from '../trainer/trainer';
import { row } from './row';

const built = bundle('trainer', 'kernels');
const base = temporaryFolder();
const file = join(base, 'network.nn.json');
const table = join(base, 'table.csv');
const cache = join(base, 'cache');
const output = join(base, 'predicted.csv');

/** Milliseconds from the wish to stop to the word that it stopped, and to the end of the process. */
const acknowledged = 100;
const gone = 250;
/** `npm test` has no quiet machine, and tells only what takes much too long. */
const busy = 20;

/** A run that ends only where it is stopped, and evaluates after each step. */
const endless = { iterations: 1_000_000, batchSize: 10, evaluateEvery: 1 };
const wide = (units: number, training: Record<string, unknown>, examples?: number) =>
  networkText(training, examples === undefined ? {} : { examples }).replace('"units":5', `"units":${units}`);

/** Of the table below, which has three classes. */
function ofTable(training: Record<string, unknown>): string {
  const { layers, ...network } = JSON.parse(wide(1000, { ...training, loss: 'categorical-cross-entropy' }));
  const output = { ...layers.at(-1), units: 3, activation: 'softmax' };
  const data = { file: 'table.csv', target: 'class' };
  return JSON.stringify({ ...network, data, layers: [...layers.slice(0, -1), output] });
}

interface Phase {
  readonly name: string;
  /** Milliseconds of the phase, in which the wish comes. */
  readonly lasts: number;
  /** Starts a process and resolves when the phase has begun. */
  begin(): Promise<Trainer>;
  readonly wish: 'stop' | 'cancel';
}

const told = (trainer: Trainer, what: ToTrainer) => {
  trainer.send(what);
  return trainer;
};
const starting = (env: Record<string, string> = {}) =>
  new Trainer(built.path('trainer'), { LAYERWISE_CACHE: cache, ...env });
const training = (text: string, env?: Record<string, string>) =>
  told(starting(env), { type: 'train', file, text, paused: false });
const running = async (text: string) => {
  const trainer = training(text);
  await trainer.until(() => trainer.states.includes('running'));
  return trainer;
};
const asking = async (request: ToTrainer) => {
  const trainer = told(starting(), request);
  await trainer.until(() => trainer.all('progress').length > 0);
  return trainer;
};
/** Of a run that was trained before. */
let trained = '';
let fresh = 0;

const phases: readonly Phase[] = [
  {
    name: 'reading',
    lasts: 900,
    wish: 'stop',
    begin: async () => {
      const trainer = training(ofTable(endless));
      await trainer.until(() => trainer.states.includes('preparing'));
      return trainer;
    },
  },
  {
    name: 'compiling',
    lasts: 400,
    wish: 'stop',
    // an empty cache, so that the kernels are tried
    begin: async () => {
      const trainer = training(wide(1000, endless), { LAYERWISE_CACHE: join(base, `cache-${++fresh}`) });
      await trainer.until(() => trainer.states.includes('preparing'));
      return trainer;
    },
  },
  {
    name: 'stepping',
    lasts: 600,
    wish: 'stop',
    begin: () => running(wide(1000, { ...endless, batchSize: 'all' }, 40_000)),
  },
  {
    name: 'evaluating',
    lasts: 600,
    wish: 'stop',
    begin: () => running(wide(1000, endless, 100_000)),
  },
  {
    name: 'saving',
    lasts: 60,
    wish: 'stop',
    // the first checkpoint, of 5 MB, is written before the first step
    begin: async () => {
      const trainer = training(wide(100_000, endless));
      await trainer.until(() => trainer.all('run').length > 0 || trainer.states.includes('running'));
      return trainer;
    },
  },
  {
    name: 'predicting a file',
    lasts: 700,
    wish: 'cancel',
    begin: () => asking({ type: 'predict-file', id: 1, run: trained, weights: 'last', input: table, output }),
  },
  {
    name: 'evaluating a model',
    lasts: 700,
    wish: 'cancel',
    begin: () => asking({ type: 'evaluate', id: 1, run: trained, weights: 'last', set: 'train' }),
  },
];

beforeAll(async () => {
  const random = new Random(1);
  const rows = Array.from({ length: 100_000 }, (_, i) =>
    [random.rand(), random.rand(), random.rand(), random.rand()]
      .map(x => x.toFixed(6))
      .concat(`c${i % 3}`)
      .join(),
  );
  writeFileSync(table, ['a,b,c,d,class', ...rows, ''].join('\n'));
  const text = ofTable({ iterations: 2, batchSize: 100 });
  writeFileSync(file, text);
  const trainer = training(text);
  await trainer.ended;
  expect(trainer.states.at(-1), JSON.stringify(trainer.all('fault'))).toBe('finished');
  trained = trainer.info.folder;
}, 120_000);

row(
  'cancels in every phase: said within 100 ms for 95 of 100, gone within 250 ms, nothing left',
  { quick: 7, full: 200 },
  async (count, tally) => {
    const slower = count < 200 ? busy : 1;
    const random = new Random(2);
    const waits: number[] = [];
    const longest = new Map<string, number>();
    for (let i = 0; i < count; i++) {
      const { name, lasts, wish, begin } = phases[i % phases.length]!;
      const after = random.rand() * lasts;
      await tally.try(`${name}, after ${after.toFixed(0)} ms`, async () => {
        const trainer = await begin();
        await new Promise(resolve => setTimeout(resolve, after));
        const asked = performance.now();
        trainer.send({ type: wish });
        const over = trainer.ended.then(() => performance.now() - asked);
        const said =
          wish === 'stop' ? trainer.until(() => trainer.states.includes('stopped')) : trainer.ended;
        await said;
        const wait = performance.now() - asked;
        waits.push(wait);
        longest.set(name, Math.max(wait, longest.get(name) ?? 0));
        const took = await over;
        expect(trainer.all('fault')).toEqual([]);
        expect(orphans()).toEqual([]);
        expect(temporaryFiles()).toEqual([]);
        expect(existsSync(output)).toBe(false);
        expect(took).toBeLessThan(gone * slower);
      });
      rmSync(output, { force: true });
    }
    await tally.try('95 of 100 are acknowledged', () => {
      waits.sort((a, b) => a - b);
      const at = (share: number) => waits[Math.floor(share * (waits.length - 1))]!;
      const each = [...longest].map(([name, wait]) => `${name} ${wait.toFixed(0)}`).join(', ');
      const [middle, most] = [at(0.5), at(0.95)].map(wait => wait.toFixed(0));
      console.log(`acknowledged after ${middle} ms (median), ${most} (p95); the longest: ${each}`);
      expect(at(0.95)).toBeLessThan(acknowledged * slower);
    });
  },
);

/** Processes of the bundles here. */
function orphans(): string[] {
  const folder = built.path('');
  return execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter(line => line.includes(folder.slice(0, -'.js'.length)));
}

const temporaryFiles = () =>
  readdirSync(base, { recursive: true })
    .map(String)
    .filter(name => name.endsWith('.tmp') || name.endsWith('.lock'));
