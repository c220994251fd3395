import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeCheckpoint } from '../../src/formats/checkpointFile';
import { networkText } from '../runs/network';
import { animals, commandLine } from './commandLine';

const { cli, base, run, write } = commandLine();

describe('layerwise train', () => {
  it('prints what each layer took of a step, and computes the same', async () => {
    const { out } = await run('train', 'animals.nn.json', '--profile', '--out', 'profiled');
    const lines = out.trimEnd().split('\n');
    const head = lines.findIndex(line => /^Of \d+ steps, \d+\.\d{3} ms each/.test(line));
    expect(lines.slice(head + 1).map(line => line.split(/ {2,}/)[0])).toEqual(
      expect.arrayContaining(['layer', 'hidden', 'output', 'outside layers', 'update', 'the rest']),
    );
    const { json } = await run('train', 'animals.nn.json', '--profile', '--json', '--out', 'profiled-too');
    const { profile } = json.at(-1) as { profile: { steps: number } };
    expect(profile.steps).toBe(197);
    const plain = await run('train', 'animals.nn.json', '--out', 'not-profiled');
    const costs = (text: string) => text.split('\n').filter(line => line.startsWith('Cost after'));
    expect(costs(out)).toEqual(costs(plain.out));
  });

  it('prints JSON lines, the last one with what came out', async () => {
    const { code, json, error } = await run(
      'train',
      'moons.nn.json',
      '--json',
      '--iterations',
      '100',
      '--out',
      'run',
    );
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const costs = json.slice(0, -1);
    expect(costs.map(({ iteration }) => iteration)).toEqual(Array.from({ length: 21 }, (_, i) => i * 5));
    for (const { cost } of costs) expect(cost).toBeGreaterThan(0);
    const end = json.at(-1)!;
    expect(end).toEqual({
      done: true,
      train: expect.objectContaining({ accuracy: expect.any(Number) }),
      test: expect.objectContaining({ accuracy: expect.any(Number) }),
      seconds: expect.any(Number),
      weights: join(base, 'run', 'last.safetensors'),
      engine: expect.stringContaining('float32'),
      engineReasons: [expect.any(String)],
    });
    expect(decodeCheckpoint(readFileSync(end.weights as string)).iteration).toBe(100);
    expect(readdirSync(join(base, 'run')).sort()).toEqual([
      'best.safetensors',
      'last.safetensors',
      'metrics.jsonl',
      'network.nn.json',
      'run.json',
    ]);
  });

  it('prints every 100th cost of a long run, and every Nth on demand', async () => {
    const often = await run('train', 'moons.nn.json', '--json', '--iterations', '3000');
    expect(often.json.slice(0, -1).map(({ iteration }) => iteration)).toEqual(
      Array.from({ length: 31 }, (_, i) => i * 100),
    );
    const seldom = await run('train', 'moons.nn.json', '--json', '--every', '40');
    expect(seldom.json.slice(0, -1).map(({ iteration }) => iteration)).toEqual([0, 40, 60]);
  });

  it('prints costs as the course does where it is for a person', async () => {
    const { code, out, error } = await run('train', 'moons.nn.json');
    expect(code).toBe(0);
    expect(out).toMatch(/^Cost after iteration 0: \d\.\d{6}\nCost after iteration 5: /);
    expect(out).toMatch(
      /Train accuracy: [\d.]+ % \(AUC [\d.]+, F1 of .1. [\d.]+ %, precision .*\)\nTest accuracy: [\d.]+ % \(.*\)\n$/,
    );
    expect(error).toMatch(
      /^Training moons\.nn\.json: 60 iterations, seed 4, JavaScript, float32\.\nData: 48 examples train, 12 test \(split with seed 1\)\.\nTook .*\nWeights: \.layerwise\/runs\//,
    );
    expect(out + error).not.toContain('\u001b');
  });

  it('says what was worked out about the data, and keeps it', async () => {
    write('gaps.csv', animals.replace('\n10,', '\n,'));
    const network = readFileSync(join(base, 'animals.nn.json'), 'utf8');
    write('gaps.nn.json', network.replace('animals.csv', 'gaps.csv'));
    const { code, error } = await run('train', 'gaps.nn.json', '--iterations', '2', '--out', 'gaps');
    expect(code).toBe(0);
    const [, data] = error.split('\n');
    expect(data).toMatch(
      /^Data: .*size: 1 gap filled with the mean of the training set\..* 48 examples train/,
    );
    const { choices } = JSON.parse(readFileSync(join(base, 'gaps', 'run.json'), 'utf8'));
    expect(data).toBe(`Data: ${choices.join(' ')}`);
  });

  it('says in one sentence where it can’t', async () => {
    expect(await run('train', 'absent.nn.json')).toMatchObject({
      code: 2,
      out: '',
      error: 'Can’t read absent.nn.json: it isn’t there.\n',
    });
    expect(await run('train', 'animals.csv')).toMatchObject({
      code: 2,
      error: 'animals.csv isn’t a network file: those end in .nn.json.\n',
    });
    // a network by another name is one
    write('net.json', networkText());
    expect((await run('shapes', 'net.json')).code).toBe(0);
    const wrong = await run('train', 'wrong.nn.json');
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.error).toMatch(/^wrong\.nn\.json, line 4: [^\n]*"dens"[^\n]*\n$/);
    const taken = await run('train', 'moons.nn.json', '--out', '.layerwise');
    const again = await run('train', 'moons.nn.json', '--out', '.layerwise');
    expect([taken.code, again.code]).toEqual([0, 1]);
    expect(again.error).toMatch(/already holds a run: name another folder, or remove it\.\n$/);
  });

  it('tells of a divergence with its layer’s cause, and exits with 1', async () => {
    write(
      'steep.nn.json',
      networkText(
        { loss: 'mean-squared-error', optimizer: { type: 'sgd', learningRate: 1e4 } },
        { generator: 'linear' },
      )
        .replace('"sigmoid"', '"linear"')
        .replace('"tanh"', '"linear"'),
    );
    const { code, json } = await run('train', 'steep.nn.json', '--json');
    expect(code).toBe(1);
    expect(json.at(-1)).toMatchObject({
      done: false,
      diverged: true,
      message: expect.stringContaining('learning rate'),
    });
  });

  it('stops at Ctrl-C and keeps the weights', async () => {
    const child = spawn(
      process.execPath,
      [cli(), 'train', 'moons.nn.json', '--json', '--iterations', '1900000'],
      { cwd: base },
    );
    let out = '';
    const ended = new Promise(resolve => child.on('close', resolve));
    await new Promise<void>(done =>
      child.stdout.setEncoding('utf8').on('data', piece => {
        out += piece;
        if (out.includes('"iteration":100,')) done();
      }),
    );
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    const end = JSON.parse(out.trim().split('\n').at(-1)!);
    expect(end).toMatchObject({ done: false, stopped: true });
    expect(decodeCheckpoint(readFileSync(end.weights)).iteration).toBe(end.iteration);
  });

  it('keeps the weights when nobody reads its output any more', async () => {
    const child = spawn(
      'sh',
      [
        '-c',
        `"${process.execPath}" "${cli()}" train moons.nn.json --json --iterations 1900000 --out piped | head -n 3`,
      ],
      { cwd: base },
    );
    let error = '';
    child.stderr.setEncoding('utf8').on('data', piece => {
      error += piece;
    });
    await new Promise(resolve => child.on('close', resolve));
    expect(error).toBe('');
    expect(JSON.parse(readFileSync(join(base, 'piped', 'run.json'), 'utf8')).state).toBe('stopped');
  });
});
