import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, expect } from 'vitest';
import { listRuns } from '../../src/runs/folder/listRuns';
import { readMetrics, readRunHead } from '../../src/runs/folder/runFolder';
import { row } from './row';

const base = mkdtempSync(join(tmpdir(), 'layerwise-listing-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const info = (more: object = {}) => ({
  network: 'a.nn.json',
  startedAt: '2026-01-01T00:00:00Z',
  seed: 1,
  iterations: 100,
  stepsPerEpoch: 1,
  digest: 'd',
  state: 'finished',
  iteration: 100,
  ...more,
});
const point = (iteration: number) =>
  `${JSON.stringify({ iteration, epoch: iteration, cost: 0.5, seconds: iteration / 1000, trainAccuracy: 0.5 })}\n`;

/** What may lie in a run's folder, and how many runs are found in it, with how many points. */
const folders: Readonly<Record<string, { make(run: string): void; runs: number; points: number }>> = {
  'a run as ours': {
    make(run) {
      writeFileSync(join(run, 'run.json'), JSON.stringify(info(), undefined, 2));
      writeFileSync(join(run, 'metrics.jsonl'), Array.from({ length: 20_000 }, (_, i) => point(i)).join(''));
    },
    runs: 1,
    points: 20_000,
  },
  'a run of 200,000 standardised inputs': {
    make(run) {
      const mean = Array.from({ length: 200_000 }, (_, i) => i + 0.123456789);
      const preprocessing = {
        inputShape: [200_000],
        standardise: { mean, deviation: mean },
        targets: { names: ['y'], binary: true },
      };
      writeFileSync(join(run, 'run.json'), JSON.stringify(info({ preprocessing }), undefined, 2));
    },
    runs: 1,
    points: 0,
  },
  'a run.json of 20 MB of nothing': {
    make: run => writeFileSync(join(run, 'run.json'), ' '.repeat(20_000_000)),
    runs: 0,
    points: 0,
  },
  'a run.json of brackets': {
    make: run => writeFileSync(join(run, 'run.json'), '['.repeat(5_000_000)),
    runs: 0,
    points: 0,
  },
  'a run.json that is a device': {
    make: run => symlinkSync('/dev/zero', join(run, 'run.json')),
    runs: 0,
    points: 0,
  },
  'a run.json that is a pipe': {
    make: run => execFileSync('mkfifo', [join(run, 'run.json')]),
    runs: 0,
    points: 0,
  },
  'a run.json that is a folder': { make: run => mkdirSync(join(run, 'run.json')), runs: 0, points: 0 },
  'metrics of 14 MB': {
    make(run) {
      writeFileSync(join(run, 'run.json'), JSON.stringify(info()));
      writeFileSync(
        join(run, 'metrics.jsonl'),
        Array.from({ length: 150_000 }, (_, i) => point(150_000 - i)).join(''),
      );
    },
    runs: 1,
    points: 40_000,
  },
  'metrics of one line of 12 MB': {
    make(run) {
      writeFileSync(join(run, 'run.json'), JSON.stringify(info()));
      writeFileSync(join(run, 'metrics.jsonl'), `${point(1)}{"iteration":${'1'.repeat(12_000_000)}`);
    },
    runs: 1,
    points: 0,
  },
  'metrics that are a device': {
    make(run) {
      writeFileSync(join(run, 'run.json'), JSON.stringify(info()));
      symlinkSync('/dev/zero', join(run, 'metrics.jsonl'));
    },
    runs: 1,
    points: 0,
  },
};

row(
  'runs of hostile folders: listed and read, and nothing is held up over 16 ms',
  { quick: Object.keys(folders).length, full: Object.keys(folders).length },
  async (_, tally) => {
    const longest: string[] = [];
    for (const [i, [name, { make, runs, points }]] of Object.entries(folders).entries()) {
      const network = join(base, String(i), 'a.nn.json');
      const run = join(base, String(i), '.layerwise', 'runs', 'r');
      mkdirSync(run, { recursive: true });
      make(run);
      await tally.try(name, async () => {
        // the least of a few, since a busy machine holds up anything
        let least = Number.POSITIVE_INFINITY;
        for (let n = 0; n < 20 && least > 16; n++) {
          const delay = monitorEventLoopDelay({ resolution: 1 });
          delay.enable();
          const found = await listRuns(network);
          const read = found[0]
            ? await readMetrics((await readRunHead(found[0].folder))!).catch(() => [])
            : [];
          delay.disable();
          least = Math.min(least, delay.max / 1e6);
          expect(found).toHaveLength(runs);
          expect(read).toHaveLength(points);
        }
        longest.push(`${name}: ${least.toFixed(1)} ms`);
        expect(least).toBeLessThan(16);
      });
    }
    console.log(longest.join('\n'));
  },
);
