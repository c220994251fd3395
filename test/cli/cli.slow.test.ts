import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { commands } from '../../src/cli/commands/all';
import { decodeCheckpoint } from '../../src/formats/checkpointFile';
import { networkText } from '../runs/network';
import { temporaryFolder } from '../runs/temporaryFolder';
import { bundle } from './bundle';
import { layerwise } from './layerwise';

// each test starts processes, on a machine that may be busy
vi.setConfig({ testTimeout: 60_000 });

const built = bundle('cli', 'hdf5');
const base = temporaryFolder();
const run = (...args: string[]) => layerwise(built.path('cli'), args, base);
const write = (name: string, text: string) => writeFileSync(join(base, name), text);

const table = `size,colour,kind\n${Array.from({ length: 60 }, (_, i) => {
  const kind = i % 3;
  return `${kind * 10 + (i % 4)},${['red', 'blue'][i % 2]},${['ant', 'bee, the', 'cat'][kind]}`.replace(
    /bee, the/,
    '"bee, the"',
  );
}).join('\n')}\n`;
write('animals.csv', table);
write(
  'animals.nn.json',
  JSON.stringify({
    data: { file: 'animals.csv', target: 'kind', standardise: true, split: { test: 0.2 } },
    layers: [
      { id: 'input', type: 'input' },
      { id: 'hidden', type: 'dense', units: 6, activation: 'tanh' },
      { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
    ],
    training: {
      loss: 'categorical-cross-entropy',
      optimizer: { type: 'adam', learningRate: 0.05 },
      iterations: 200,
    },
  }),
);
write('moons.nn.json', networkText());
write(
  'wrong.nn.json',
  '{\n  "layers": [\n    { "id": "input", "type": "input" },\n    { "id": "output", "type": "dens" }\n  ]\n}\n',
);

describe('layerwise', () => {
  it('explains itself', async () => {
    const { code, out, error } = await run('--help');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    for (const { name } of commands) expect(out).toContain(`  ${name}`);
    expect((await run()).code).toBe(2);
    expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.runIf(existsSync('/dev/full'))('says where its output can’t be written', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [built.path('cli'), '--help'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect({ status, lines: stderr.trim().split('\n') }).toEqual({
      status: 2,
      lines: [expect.stringMatching(/^The output can’t be written: ENOSPC/)],
    });
  });

  it.each(commands.map(({ name }) => name))('explains %s', async name => {
    const { code, out } = await run(name, '--help');
    expect(code).toBe(0);
    expect(out).toContain(`Usage: layerwise ${name}`);
  });

  it.each([
    [['trian'], 'There is no command trian. Did you mean train?'],
    [['foo'], 'There is no command foo.'],
    [['train'], 'train needs FILE.nn.json.'],
    [['train', 'a.nn.json', 'b.nn.json'], 'train takes FILE.nn.json; b.nn.json is too much.'],
    [
      ['train', 'moons.nn.json', '--iteration', '5'],
      'train has no option --iteration. Did you mean --iterations?',
    ],
    [
      ['train', 'moons.nn.json', '--iterations', '0'],
      '--iterations needs a whole number from 1, but was given 0.',
    ],
    [['train', 'moons.nn.json', '--iterations'], '--iterations needs a value: --iterations N.'],
    [['train', 'moons.nn.json', '--json=yes'], '--json takes no value, but was given yes.'],
    [['train', 'moons.nn.json', '--every', '5', '--every', '6'], '--every is given twice.'],
    [['predict', 'moons.nn.json', '--input', 'x.csv'], 'predict needs --weights W.'],
    [
      ['evaluate', 'moons.nn.json', '--weights', 'w', '--set', 'all'],
      '--set is train or test, but was given all.',
    ],
  ])('says of %j what is wrong with it', async (args, message) => {
    expect(await run(...args)).toMatchObject({
      code: 2,
      out: '',
      error: `${message} See layerwise --help.\n`,
    });
  });
});

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
    expect(seldom.json.slice(0, -1).map(({ iteration }) => iteration)).toEqual([0, 40]);
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
    write('gaps.csv', table.replace('\n10,', '\n,'));
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
      [built.path('cli'), 'train', 'moons.nn.json', '--json', '--iterations', '1900000'],
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
        `"${process.execPath}" "${built.path('cli')}" train moons.nn.json --json --iterations 1900000 --out piped | head -n 3`,
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

describe('layerwise predict and evaluate', () => {
  it('use what a run has learnt', async () => {
    expect((await run('train', 'animals.nn.json', '--out', 'animals')).code).toBe(0);

    const evaluated = await run('evaluate', 'animals.nn.json', '--weights', 'animals', '--json');
    expect(evaluated.code).toBe(0);
    expect(evaluated.json).toMatchObject([
      { set: 'train', examples: 48, metrics: { accuracy: 1 }, classes: ['ant', 'bee, the', 'cat'] },
      { set: 'test', examples: 12, metrics: { accuracy: 1 } },
    ]);
    const shown = await run(
      'evaluate',
      'animals.nn.json',
      '--weights',
      'animals/last.safetensors',
      '--set',
      'test',
    );
    expect(shown.error).toMatch(/Data: .*48 examples train, 12 test \(split with seed 1\)\./);
    expect(shown.out).toMatch(
      /^Test set, 12 examples\nCost: 0\.\d{6}\nAccuracy: 100\.0 %\nMacro F1: 100\.0 %\n.*\n.*\ntrue \\ predicted +ant +bee, the +cat\n/,
    );
    expect(shown.out).toMatch(
      /\nclass +examples +precision +recall +F1\nant +\d+ +100\.0 % +100\.0 % +100\.0 %\n/,
    );

    // columns in another order, no label, and a text with a quote
    write('new.csv', 'colour,size\nred,1\nblue,22\n"red",11\n');
    const printed = await run('predict', 'animals.nn.json', '--weights', 'animals', '--input', 'new.csv');
    expect(printed.code).toBe(0);
    expect(printed.out.replace(/0\.\d+/g, 'p')).toBe(
      'colour,size,prediction,probability\nred,1,ant,p\nblue,22,cat,p\nred,11,"bee, the",p\n',
    );
    const lines = await run(
      'predict',
      'animals.nn.json',
      '--weights',
      'animals',
      '--input',
      'new.csv',
      '--json',
    );
    expect(lines.json).toMatchObject([
      { row: 0, prediction: 'ant' },
      { row: 1, prediction: 'cat' },
      { row: 2, prediction: 'bee, the' },
    ]);
    const written = await run(
      'predict',
      'animals.nn.json',
      '--weights',
      'animals',
      '--input',
      'new.csv',
      '--output',
      'y.csv',
    );
    expect(written).toMatchObject({ code: 0, out: '', error: 'Wrote 3 predictions to y.csv.\n' });
    expect(readFileSync(join(base, 'y.csv'), 'utf8')).toBe(printed.out);
  });

  it('take the last weights of a run, as the editor does, or the best', async () => {
    const { json } = await run('train', 'moons.nn.json', '--json', '--out', 'moons');
    const evaluate = async (...more: string[]) => {
      const args = ['evaluate', 'moons.nn.json', '--weights', 'moons', '--json', ...more];
      return (await run(...args)).json;
    };
    const { train, test } = json.at(-1)!;
    expect((await evaluate()).map(({ metrics }) => metrics)).toEqual([train, test]);
    expect(await evaluate('--best')).toHaveLength(2);
  });

  it('say what doesn’t fit', async () => {
    await run('train', 'moons.nn.json', '--out', 'fits');
    const fails = async (...args: string[]) => {
      const { code, out, error } = await run(...args);
      expect(out).toBe('');
      expect(error).toMatch(/^[^\n]+\n$/);
      expect(error).not.toMatch(/fault of its own|\bat .*:\d+:\d+/);
      return { code, error };
    };
    write('wide.csv', '1,2,3,4\n5,6,7,8\n');
    const wide = await fails('predict', 'moons.nn.json', '--weights', 'fits', '--input', 'wide.csv');
    expect(wide.code).toBe(1);
    expect(wide.error).toMatch(/4/);
    expect(wide.error).toMatch(/2/);
    const other = await fails('evaluate', 'animals.nn.json', '--weights', 'fits');
    expect(other).toMatchObject({ code: 1, error: expect.stringContaining('another network') });
    write('broken.safetensors', 'no');
    expect(await fails('evaluate', 'moons.nn.json', '--weights', 'broken.safetensors')).toMatchObject({
      code: 1,
    });
    expect((await fails('evaluate', 'moons.nn.json', '--weights', 'animals.csv')).error).toContain(
      'animals.csv can’t be used: This isn’t a weights file (.safetensors).\n',
    );
    expect((await fails('evaluate', 'moons.nn.json', '--weights', 'absent')).error).toContain('absent');
    expect(
      (await fails('predict', 'moons.nn.json', '--weights', 'fits', '--input', 'absent.csv')).error,
    ).toContain('absent.csv');
    for (const args of [
      ['evaluate', 'moons.nn.json', '--weights', 'absent.safetensors'],
      ['predict', 'moons.nn.json', '--weights', 'fits', '--input', 'absent.csv'],
    ]) {
      expect((await fails(...args)).code).toBe(2);
    }
    const same = await fails(
      'predict',
      'moons.nn.json',
      '--weights',
      'fits',
      '--input',
      'wide.csv',
      '--output',
      './wide.csv',
    );
    expect(same).toMatchObject({ code: 2, error: expect.stringContaining('would replace the input') });
  });

  it('replace nothing that they weren’t told to, and never what they read', async () => {
    await run('train', 'moons.nn.json', '--out', 'kept');
    write('points.csv', '1,2\n');
    write('mine.txt', 'mine');
    const to = (...output: string[]) =>
      run('predict', 'moons.nn.json', '--weights', 'kept', '--input', 'points.csv', '--output', ...output);
    expect(await to('mine.txt')).toMatchObject({
      code: 2,
      error: expect.stringMatching(
        /mine\.txt is there already: name another file, or give --force to replace it\.\n$/,
      ),
    });
    expect(readFileSync(join(base, 'mine.txt'), 'utf8')).toBe('mine');
    expect((await to('mine.txt', '--force')).code).toBe(0);
    expect(readFileSync(join(base, 'mine.txt'), 'utf8')).toMatch(/,prediction,probability\n/);
    for (const [output, what] of [
      ['moons.nn.json', 'the network'],
      ['kept/last.safetensors', 'the weights'],
      ['kept/metrics.jsonl', 'a file of the run'],
      ['points.csv', 'the input'],
    ] as const) {
      const before = readFileSync(join(base, output));
      expect(await to(output, '--force')).toMatchObject({
        code: 2,
        error: expect.stringContaining(`would replace ${what}: name another file.`),
      });
      expect(readFileSync(join(base, output))).toEqual(before);
    }
  });
});

describe('layerwise check', () => {
  it('prints each problem with its place, from 1', async () => {
    const { code, json } = await run('check', 'wrong.nn.json', '--json');
    expect(code).toBe(1);
    expect(json).toContainEqual({
      file: 'wrong.nn.json',
      line: 4,
      column: 31,
      endLine: 4,
      endColumn: 37,
      code: expect.any(String),
      severity: 'error',
      message: expect.stringContaining('"dens"'),
    });
  });

  it('finds nothing where nothing is wrong', async () => {
    expect(await run('check', 'moons.nn.json', 'animals.nn.json', '--json')).toMatchObject({
      code: 0,
      out: '',
      error: '',
    });
    expect(await run('check', 'moons.nn.json')).toMatchObject({
      code: 0,
      out: '',
      error: '1 file: 0 errors, 0 warnings.\n',
    });
  });

  it('looks through folders, but not where no one writes networks', async () => {
    for (const folder of ['project/nets/deep', 'project/node_modules/x', 'project/.layerwise/runs/r']) {
      mkdirSync(join(base, folder), { recursive: true });
      writeFileSync(join(base, folder, 'wrong.nn.json'), '{');
    }
    const { code, json } = await run('check', 'project', '--json');
    expect(code).toBe(1);
    expect(new Set(json.map(({ file }) => file))).toEqual(new Set(['project/nets/deep/wrong.nn.json']));
  });

  it('exits with 2 where a file can’t be read, and checks the others', async () => {
    mkdirSync(join(base, 'mixed'));
    symlinkSync('nowhere', join(base, 'mixed', 'a.nn.json'));
    copyFileSync(join(base, 'wrong.nn.json'), join(base, 'mixed', 'b.nn.json'));
    const { code, json, error } = await run('check', 'absent.nn.json', 'mixed', '--json');
    expect(code).toBe(2);
    expect(error).toMatch(
      /^Can’t read absent.nn.json: it isn’t there.\nCan’t read .*a.nn.json: it isn’t there.\n$/,
    );
    expect(json.length).toBeGreaterThan(0);
  });

  it('exits with 2 as every command does where a file is far too long', async () => {
    write('long.nn.json', '');
    truncateSync(join(base, 'long.nn.json'), 200e6);
    for (const command of ['check', 'shapes', 'train']) {
      expect(await run(command, 'long.nn.json')).toMatchObject({
        code: 2,
        out: '',
        error: expect.stringContaining('long.nn.json is too long for a network file: 200 MB.\n'),
      });
    }
  });

  it('checks against the data', async () => {
    write('ghost.nn.json', readFileSync(join(base, 'animals.nn.json'), 'utf8').replace('"kind"', '"knid"'));
    const { code, json } = await run('check', 'ghost.nn.json', '--json');
    expect(code).toBe(1);
    expect(json).toMatchObject([{ line: 1, severity: 'error', message: expect.stringContaining('knid') }]);
  });

  it('takes whatever is in a file', async () => {
    const texts = [
      '',
      'null',
      '[]',
      '"x"',
      '\u0000\u0001',
      `${'['.repeat(10_000)}`,
      '{"layers":{}}',
      '{"layers":[1,null,{}]}',
    ];
    for (const [i, text] of texts.entries()) {
      write('any.nn.json', text);
      const { code, error } = await run('check', 'any.nn.json', '--json');
      expect({ i, code, error }).toEqual({ i, code: 1, error: '' });
    }
  });
});

describe('layerwise shapes', () => {
  it('prints the table', async () => {
    const { code, out } = await run('shapes', 'animals.nn.json');
    expect(code).toBe(0);
    expect(out).toContain('W1 (n_h, n_x) = (6, 3)');
    expect(out).toContain('Z1, A1 (n_h, m) = (6, 48)');
  });

  it('prints JSON', async () => {
    const { code, json } = await run('shapes', 'animals.nn.json', '--json');
    expect(code).toBe(0);
    expect(json[0]).toMatchObject({
      layers: [
        { id: 'input', output: [3] },
        {
          id: 'hidden',
          type: 'dense',
          parameters: [{ name: 'W1', symbols: ['n_h', 'n_x'], shape: [6, 3] }, { name: 'b1' }],
        },
        { id: 'output', parameterCount: 21 },
      ],
      parameterCount: 45,
    });
  });

  it('prints what is known of a network with errors, and says them', async () => {
    write('half.nn.json', networkText().replace('"units":1,', ''));
    const { code, out, error } = await run('shapes', 'half.nn.json');
    expect(code).toBe(1);
    expect(out).toContain('W1 (n_h, n_x) = (5, 2)');
    expect(error).toMatch(/^half\.nn\.json, line 1: .*"units"/);
  });

  it('says where a file that holds no network is wrong', async () => {
    write('list.nn.json', '\n[]\n');
    const { code, error } = await run('shapes', 'list.nn.json');
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringMatching(/^list\.nn\.json, line 2: A network file holds one object/),
    });
  });
});
