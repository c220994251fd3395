import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileLock, type Holder, holderOf } from '../../src/platform/fileLock';
import { birthOf } from '../../src/platform/processAge';
import { temporaryFolder } from '../runs/temporaryFolder';

const base = temporaryFolder();
let made = 0;
const fresh = () => join(base, `${made++}.lock`);

const took = (result: FileLock | Holder): result is FileLock => result instanceof FileLock;

/** The lock of another process, as that would have written it. */
async function left(path: string, change: Partial<Holder>, silentFor = 0): Promise<void> {
  const lock = await FileLock.take(path);
  const holder = JSON.parse(readFileSync(path, 'utf8')) as Holder;
  if (took(lock)) await lock.release();
  writeFileSync(path, JSON.stringify({ ...holder, token: 'another', ...change }));
  const heard = new Date(Date.now() - silentFor);
  utimesSync(path, heard, heard);
}

/** No process has this id: Linux counts to 4 million at most, Windows in fours. */
const nobody = 2 ** 30 + 1;

describe('a lock', () => {
  it('is held by one, until it is let go', async () => {
    const path = fresh();
    const first = await FileLock.take(path);
    expect(took(first)).toBe(true);
    expect(await FileLock.take(path)).toMatchObject({ pid: process.pid });
    expect(await holderOf(path)).toMatchObject({ pid: process.pid });
    if (took(first)) {
      expect(await first.lostTo()).toBeUndefined();
      await first.release();
    }
    expect(await holderOf(path)).toBeUndefined();
    const second = await FileLock.take(path);
    expect(took(second)).toBe(true);
    if (took(second)) await second.release();
  });

  it('of a process that has died is taken over, by one of many that try', async () => {
    for (let round = 0; round < 40; round++) {
      const path = fresh();
      await left(path, { pid: nobody });
      expect(await holderOf(path)).toBeUndefined();
      const results = await Promise.all(Array.from({ length: 8 }, () => FileLock.take(path)));
      const locks = results.filter(took);
      expect(locks).toHaveLength(1);
      expect(await locks[0]!.lostTo()).toBeUndefined();
      await locks[0]!.release();
    }
    expect(readdirSync(base).filter(name => /taking|tmp/.test(name))).toEqual([]);
  });

  it('of another machine is alive as long as it is heard of', async () => {
    const path = fresh();
    await left(path, { host: 'elsewhere', pid: nobody });
    expect(await FileLock.take(path)).toMatchObject({ host: 'elsewhere' });
    await left(path, { host: 'elsewhere', pid: nobody }, 5 * 60_000);
    const lock = await FileLock.take(path);
    expect(took(lock)).toBe(true);
    if (took(lock)) await lock.release();
  });

  it('of a process of this machine is alive while that sleeps, however long, and not when its id is another’s', async () => {
    const sleeper = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 600_000)']);
    try {
      const pid = sleeper.pid!;
      process.kill(pid, 'SIGSTOP');
      const path = fresh();
      const birth = birthOf(pid);
      await left(path, { pid, ...(birth ? { birth } : { birth: undefined }) }, 60 * 60_000);
      expect(await FileLock.take(path)).toMatchObject({ pid });
      // the system gave the id to another process
      if (birth) {
        await left(path, { pid, birth: `${birth}0` });
        expect(await holderOf(path)).toBeUndefined();
      }
      // where it doesn't tell, one of before the machine was started is no more
      await left(path, { pid, birth: undefined, since: '2001-01-01T00:00:00.000Z' }, 60 * 60_000);
      expect(await holderOf(path)).toBeUndefined();
      await left(path, { pid, birth: undefined }, 24 * 60 * 60_000);
      expect(await holderOf(path)).toBeUndefined();
    } finally {
      sleeper.kill('SIGKILL');
    }
  });

  it('that is being written isn’t taken for nobody’s', async () => {
    const path = fresh();
    await left(path, { host: 'elsewhere' });
    const whole = readFileSync(path, 'utf8');
    for (const part of ['', whole.slice(0, 20), whole]) {
      writeFileSync(path, part);
      const found = FileLock.take(path);
      setTimeout(() => writeFileSync(path, `${whole}\n`), 150);
      expect(await found).toMatchObject({ host: 'elsewhere' });
    }
  });

  it('is known for lost by who was asleep while another took it over', async () => {
    const path = fresh();
    const lock = await FileLock.take(path);
    if (!took(lock)) throw new Error('it isn’t free');
    writeFileSync(path, JSON.stringify({ ...(await holderOf(path)), token: 'another', host: 'elsewhere' }));
    expect(await lock.lostTo()).toMatchObject({ host: 'elsewhere' });
    await lock.release();
    // it isn't the sleeper's to remove
    expect(await holderOf(path)).toMatchObject({ host: 'elsewhere' });
  });

  it('that isn’t one is nobody’s', async () => {
    for (const text of ['', '{', '[]', '{"pid":-1,"host":"x"}', 'x'.repeat(10_000)]) {
      const path = fresh();
      writeFileSync(path, text);
      expect(await holderOf(path)).toBeUndefined();
      const lock = await FileLock.take(path);
      expect(took(lock)).toBe(true);
      if (took(lock)) await lock.release();
    }
  });
});
