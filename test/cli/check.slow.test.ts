import { copyFileSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine } from './commandLine';

const { base, run, write } = commandLine();

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
      layer: 'output',
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
