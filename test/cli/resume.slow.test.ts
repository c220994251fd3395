import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { decodeCheckpoint } from '../../src/formats/checkpointFile';
import { networkText } from '../runs/network';
import { temporaryFolder } from '../runs/temporaryFolder';
import { bundle } from './bundle';
import { layerwise } from './layerwise';

// each test starts processes, on a machine that may be busy
vi.setConfig({ testTimeout: 60_000 });

const built = bundle('cli');
const base = temporaryFolder();
const run = (...args: string[]) => layerwise(built.path('cli'), args, base);
writeFileSync(join(base, 'moons.nn.json'), networkText({ iterations: 40_000 }));

const infoOf = (folder: string) => JSON.parse(readFileSync(join(base, folder, 'run.json'), 'utf8'));
const weightsOf = (folder: string, name = 'last') =>
  decodeCheckpoint(readFileSync(join(base, folder, `${name}.safetensors`)));

/** Trains, sends `signals` once costs are printed, and gives the exit code. */
async function interrupted(folder: string, ...signals: NodeJS.Signals[]): Promise<number | null> {
  const args = [
    built.path('cli'),
    'train',
    'moons.nn.json',
    '--json',
    '--iterations',
    '1900000',
    '--out',
    folder,
  ];
  const child = spawn(process.execPath, args, { cwd: base });
  const ended = new Promise<number | null>(resolve => child.on('close', resolve));
  await new Promise<void>(done =>
    child.stdout.setEncoding('utf8').on('data', piece => {
      if (String(piece).includes('"iteration":')) done();
    }),
  );
  for (const signal of signals) child.kill(signal);
  return ended;
}

describe('a run in the terminal', () => {
  it.each<[string, NodeJS.Signals[]]>([
    ['a closed terminal', ['SIGHUP']],
    ['the end of a session', ['SIGTERM', 'SIGHUP']],
    ['the same, the other way round', ['SIGHUP', 'SIGHUP', 'SIGTERM']],
  ])('keeps its weights at %s', async (name, signals) => {
    const folder = name.replaceAll(' ', '-');
    expect(await interrupted(folder, ...signals)).toBe(130);
    const { state, iteration } = infoOf(folder);
    expect(state).toBe('stopped');
    expect(weightsOf(folder).iteration).toBe(iteration);
    expect(existsSync(join(base, folder, 'run.lock'))).toBe(false);
  });

  it('says that its terminal was closed', async () => {
    await interrupted('closed', 'SIGHUP');
    expect(infoOf('closed').message).toMatch(/^Stopped because the terminal was closed\./);
  });

  // gives a program a terminal of its own, which goes with it
  it.runIf(spawnSync('script', ['--version']).status === 0)(
    'keeps its weights where its terminal goes',
    async () => {
      const command = `"${process.execPath}" "${built.path('cli')}" train moons.nn.json --iterations 1900000 --out gone`;
      const terminal = spawn('script', ['-qfc', command, '/dev/null'], {
        cwd: base,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      await new Promise<void>(done =>
        terminal.stdout.setEncoding('utf8').on('data', piece => {
          if (String(piece).includes('Cost after iteration')) done();
        }),
      );
      terminal.kill('SIGKILL');
      await expect.poll(() => infoOf('gone').state).toBe('stopped');
      expect(infoOf('gone').message).toMatch(/^Stopped because the terminal was closed\./);
      expect(weightsOf('gone').iteration).toBe(infoOf('gone').iteration);
    },
  );

  it('goes on to what it would have come to, to the last bit', async () => {
    expect((await run('train', 'moons.nn.json', '--out', 'whole')).code).toBe(0);
    const stopped = spawn(process.execPath, [built.path('cli'), 'train', 'moons.nn.json', '--out', 'parts'], {
      cwd: base,
    });
    const ended = new Promise(resolve => stopped.on('close', resolve));
    await new Promise(resolve => stopped.stdout.once('data', resolve));
    stopped.kill('SIGTERM');
    await ended;
    const { iteration } = infoOf('parts');
    expect(iteration).toBeLessThan(40_000);
    const resumed = await run('resume', 'parts', '--json');
    expect(resumed).toMatchObject({ code: 0, error: '' });
    expect(resumed.json.at(-1)).toMatchObject({ done: true });
    for (const name of ['last', 'best']) expect(weightsOf('parts', name)).toEqual(weightsOf('whole', name));

    const again = await run('resume', 'parts');
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.error).toMatch(/^The run took 40000 steps: /);
    const on = await run('resume', 'parts', '--iterations', '41000');
    expect(on).toMatchObject({ code: 0 });
    expect(on.error).toContain('Training moons.nn.json: 41000 iterations, seed 4');
    expect(weightsOf('parts').iteration).toBe(41_000);
  });

  it('has one place to itself, of two that begin at once', async () => {
    const both = await Promise.all(
      [0, 1].map(() => run('train', 'moons.nn.json', '--out', 'same', '--json')),
    );
    expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(both.find(({ code }) => code === 1)!.error).toMatch(/same already holds a run: name another/);
    const lines = readFileSync(join(base, 'same', 'metrics.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(new Set(lines.map(line => JSON.parse(line).iteration)).size).toBe(lines.length);
  });

  it('is listed with its state and its size', async () => {
    expect(await run('runs', 'moons.nn.json')).toMatchObject({ code: 0, out: '' });
    await run('train', 'moons.nn.json', '--iterations', '5');
    const { json } = await run('runs', 'moons.nn.json', '--json');
    expect(json).toEqual([
      expect.objectContaining({
        state: 'finished',
        iteration: 5,
        iterations: 5,
        pinned: false,
        cost: expect.any(Number),
      }),
    ]);
    expect(json[0]!.bytes).toBeGreaterThan(1000);
    expect((await run('runs', 'moons.nn.json')).out).toMatch(
      /^\S+ +finished +5 of 5 +cost \S+ +[\d.]+ kB\n$/,
    );
  });

  it('says what isn’t a run', async () => {
    const { code, error } = await run('resume', 'nowhere');
    expect({ code, lines: error.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(error).toContain('isn’t the folder of a run');
  });
});
