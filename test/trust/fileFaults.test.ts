import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, expect } from 'vitest';
import { readSafetensors } from '../../src/formats/safetensors';
import { openRun, readMetrics, runsFolder } from '../../src/runs/folder/runFolder';
import { weightsOfRun } from '../../src/runs/folder/runWeights';
import { tidyRuns } from '../../src/runs/folder/tidyRuns';
import { savedRun } from '../../src/runs/training/savedRun';
import { startSession } from '../../src/runs/training/session';
import { networkText } from '../runs/network';
import { temporaryFolder } from '../runs/temporaryFolder';
import { row } from './row';
import { buildOn } from './runs/buildOn';

const base = temporaryFolder();
const steps = 8;
const text = networkText({ iterations: steps, evaluateEvery: 1, precision: 'float64' }).replace(
  /"data":\{[^}]*\}\}/,
  '"data":{"file":"points.csv","target":"c","split":{"test":0.25}}',
);
const codes = ['ENOSPC', 'EACCES', 'EIO', 'EBUSY'] as const;

let product: typeof import('./runs/faultyRun');
let reference: string;
let made = 0;

beforeAll(async () => {
  const bundle = await buildOn('faultyFiles.ts', 'faultyRun.ts', join(base, 'bundle'));
  product = createRequire(import.meta.url)(bundle);
  const { folder } = (await train()).kept!;
  reference = bytesOf(folder);
});

/** What is known of a run after it has ended. */
interface Ended {
  /** The run as it was acknowledged last. */
  readonly kept: { readonly folder: string; readonly iteration: number } | undefined;
  readonly error: unknown;
  /** The folder of the network. */
  readonly place: string;
}

/** Trains with a checkpoint at each step. */
async function train(): Promise<Ended> {
  const place = join(base, String(made++));
  mkdirSync(place);
  const rows = Array.from({ length: 40 }, (_, i) => `${i % 5},${(i * 7) % 11},${i % 2}`);
  writeFileSync(join(place, 'points.csv'), `a,b,c\n${rows.join('\n')}\n`);
  let kept: Ended['kept'];
  const session = product.startSession(
    reading => product.newRun({ file: join(place, 'moons.nn.json'), text }, reading),
    {
      run: ({ folder, iteration }) => {
        kept = { folder, iteration };
      },
      metric: () => session.pause(),
      state(state) {
        if (state === 'paused') session.resume();
      },
    },
  );
  const error = await session.ended.then(
    () => undefined,
    reason => reason,
  );
  return { kept, error, place };
}

function bytesOf(folder: string): string {
  return ['last', 'best']
    .flatMap(name => readSafetensors(readFileSync(join(folder, `${name}.safetensors`))).tensors)
    .map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('hex'))
    .join(' ');
}

async function checkAfterwards({ kept, place }: Ended): Promise<void> {
  await tidyRuns(runsFolder(place));
  if (!kept) return;
  const info = await openRun(kept.folder);
  expect(info.iteration, 'steps kept').toBeGreaterThanOrEqual(kept.iteration);
  expect((await weightsOfRun(kept.folder, 'last'))!.checkpoint.iteration).toBe(info.iteration);
  const points = (await readMetrics(info)).map(({ iteration }) => iteration);
  const whole = info.iteration + Number(info.state === 'finished');
  expect(points).toEqual(Array.from({ length: whole }, (_, i) => i));
  if (info.state !== 'finished') await startSession(reading => savedRun(kept.folder, reading), {}).ended;
  expect(bytesOf(kept.folder)).toBe(reference);
  const left = readdirSync(kept.folder).filter(name => /lock|tmp|\d\.safetensors/.test(name));
  expect(left, 'files left over').toEqual([]);
}

async function tryFault(at: number, code: string, lasting: boolean): Promise<void> {
  Object.assign(product.faults, { at, code, lasting, count: 0, failed: undefined });
  let ended: Ended;
  try {
    ended = await train();
  } finally {
    product.faults.at = Number.POSITIVE_INFINITY;
  }
  const { failed } = product.faults;
  expect(failed, 'the call that failed').toBeDefined();
  if (ended.error !== undefined) {
    const fault = product.faultOf(ended.error);
    expect(fault, `an expected fault of ${failed}: ${ended.error}`).toBeDefined();
    expect(fault!.message).toMatch(/^[^\n]+\.$/);
    expect(fault!.message).not.toContain('injected');
  }
  await checkAfterwards(ended);
}

/** How many calls a run without faults makes. */
async function countCalls(): Promise<number> {
  Object.assign(product.faults, { at: Number.POSITIVE_INFINITY, count: 0 });
  await train();
  return product.faults.count;
}

for (const lasting of [false, true]) {
  row(
    `ENOSPC, EACCES, EIO, EBUSY at each file call of a run${lasting ? ', and at all after it' : ''}: one sentence, the last checkpoint whole`,
    { quick: 12, full: 10_000, limit: 2_400_000 },
    async (count, tally) => {
      // a heartbeat more or less
      const calls = (await countCalls()) - 5;
      const all = Array.from({ length: calls * codes.length }, (_, i) => i);
      const stride = Math.max(1, Math.floor(all.length / count));
      for (const i of all.filter(number => number % stride === 0)) {
        const at = Math.floor(i / codes.length);
        const code = codes[(i + at) % codes.length]!;
        await tally.try(`call ${at}, ${code}`, () => tryFault(at, code, lasting));
      }
    },
  );
}

/** Runs `command` with a small disk of its own at `disk`. */
const onSmallDisk = (disk: string, command: string) =>
  spawnSync(
    'unshare',
    [
      '--user',
      '--map-root-user',
      '--mount',
      'sh',
      '-c',
      `mount -t tmpfs -o size=120k none "${disk}" && ${command}`,
    ],
    { encoding: 'utf8' },
  );

// where a process may have a file system of its own
if (onSmallDisk(base, 'true').status === 0) {
  row(
    'a real disk that fills up while a run goes on: one sentence, the last checkpoint whole',
    { quick: 1, full: 5 },
    async (count, tally) => {
      const bundle = await buildOn('slowRenames.ts', 'checkpointingRun.ts', join(base, 'bundle'));
      for (let i = 0; i < count; i++) {
        await tally.try(String(i), async () => {
          const [disk, copy] = [join(base, `disk-${i}`), join(base, `copy-${i}`)];
          mkdirSync(disk);
          const file = join(disk, 'moons.nn.json');
          const long = networkText({ iterations: 100_000, evaluateEvery: 1, precision: 'float64' });
          writeFileSync(join(base, 'long.nn.json'), long);
          const { status, stderr } = onSmallDisk(
            disk,
            `cp "${join(base, 'long.nn.json')}" "${file}" && ("${process.execPath}" "${bundle}" "${file}"; e=$?; cp -r "${disk}" "${copy}"; exit $e)`,
          );
          expect(status).toBe(1);
          expect(stderr).toMatch(/FileFault: Can’t write [^\n]*: the disk is full\./);
          const [name] = readdirSync(runsFolder(copy));
          const info = await openRun(join(runsFolder(copy), name!));
          expect(info.iteration).toBeGreaterThan(10);
          expect(info).toMatchObject({
            state: 'failed',
            message: expect.stringContaining('the disk is full.'),
          });
          expect((await weightsOfRun(info.folder, 'last'))!.checkpoint.iteration).toBe(info.iteration);
          const points = await readMetrics(info);
          expect(points.map(({ iteration }) => iteration)).toEqual(
            Array.from({ length: info.iteration }, (_, i) => i),
          );
        });
      }
    },
  );
}
