import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileFault } from '../../src/platform/fileFault';
import { type Kept, output } from '../../src/platform/output';
import { temporaryFolder } from '../runs/temporaryFolder';

const base = temporaryFolder();
let made = 0;
function folder(): string {
  const path = join(base, String(made++));
  mkdirSync(path);
  return path;
}

async function written(path: string, replace: boolean, kept: readonly Kept[] = []): Promise<void> {
  const place = await output(path, { replace, kept: async () => kept, otherwise: 'name another file.' });
  await place.write('new');
}

describe('a result', () => {
  it('is written where nothing is, and replaces only what it is told to', async () => {
    const path = join(folder(), 'y.csv');
    await written(path, false);
    expect(readFileSync(path, 'utf8')).toBe('new');
    writeFileSync(path, 'mine');
    await expect(written(path, false)).rejects.toThrow(`${path} is there already: name another file.`);
    expect(readFileSync(path, 'utf8')).toBe('mine');
    await written(path, true);
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('doesn’t replace what has come while it was worked out', async () => {
    const path = join(folder(), 'y.csv');
    const place = await output(path, {
      replace: false,
      kept: async () => [],
      otherwise: 'name another file.',
    });
    writeFileSync(path, 'mine');
    await expect(place.write('new')).rejects.toThrow('is there already');
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(readdirSync(join(path, '..'))).toEqual(['y.csv']);
  });

  it.runIf(process.platform !== 'win32')(
    'keeps the mode of what it replaces, and the link to it',
    async () => {
      const at = folder();
      const real = join(at, 'real.csv');
      const link = join(at, 'link.csv');
      writeFileSync(real, 'old');
      chmodSync(real, 0o640);
      symlinkSync('real.csv', link);
      await written(link, true);
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
      expect(readFileSync(real, 'utf8')).toBe('new');
      expect(statSync(real).mode & 0o777).toBe(0o640);
    },
  );

  it('never takes the place of what it is made from, under whatever name', async () => {
    const at = folder();
    const network = join(at, 'a.nn.json');
    writeFileSync(network, 'network');
    mkdirSync(join(at, 'run', 'inner'), { recursive: true });
    writeFileSync(join(at, 'run', 'inner', 'run.json'), 'run');
    mkdirSync(join(at, 'runner'));
    const kept = [
      { path: network, what: 'the network' },
      { path: join(at, 'run'), what: 'a file of the run' },
      { path: join(at, 'absent'), what: 'nothing' },
    ];
    linkSync(network, join(at, 'hard.csv'));
    symlinkSync(network, join(at, 'soft.csv'));
    symlinkSync(at, join(at, 'round'));
    for (const name of [
      'a.nn.json',
      'hard.csv',
      'soft.csv',
      join('round', 'a.nn.json'),
      join('run', '..', 'a.nn.json'),
    ]) {
      const path = join(at, name);
      await expect(written(path, true, kept)).rejects.toThrow(
        `The output ${path} would replace the network: name another file.`,
      );
    }
    await expect(written(join(at, 'run', 'inner', 'run.json'), true, kept)).rejects.toThrow(
      'a file of the run',
    );
    expect(readFileSync(network, 'utf8')).toBe('network');
    writeFileSync(join(at, 'runner', 'y.csv'), 'old');
    await written(join(at, 'runner', 'y.csv'), true, kept);
  });

  it.runIf(process.platform !== 'win32')('says what isn’t a file', async () => {
    const at = folder();
    symlinkSync('nowhere', join(at, 'broken'));
    const refused = async (path: string) =>
      written(path, true).then(
        () => undefined,
        error => error,
      );
    expect(await refused(at)).toBeInstanceOf(FileFault);
    expect((await refused(at)).message).toBe(`Can’t write ${at}: what is there isn’t a file.`);
    expect((await refused('/dev/null')).message).toBe('Can’t write /dev/null: what is there isn’t a file.');
    expect((await refused(join(at, 'broken'))).message).toContain('a link to what isn’t there');
    expect((await refused(join(at, 'none', 'y.csv'))).message).toContain(
      `there is no folder ${join(at, 'none')}`,
    );
  });
});
