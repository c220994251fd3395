import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/all';
import { commandLine } from './commandLine';

const { cli, run } = commandLine();

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
    const { status, stderr } = spawnSync(process.execPath, [cli(), '--help'], {
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
