import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { createAtomically } from './createAtomically';
import { onFile } from './fileFault';

/** Who holds a lock, as its file says. */
export interface Holder {
  readonly pid: number;
  /** The name of the machine. */
  readonly host: string;
  /** Where process ids are counted: a container has its own. */
  readonly space: string;
  /** When it was taken, ISO 8601. */
  readonly since: string;
  readonly token: string;
}

/** Milliseconds between two heartbeats. */
const beat = 2000;
/** Milliseconds without one after which a holder is taken for dead that can't be asked. */
const silence = 120_000;
/** The locks of this process: it knows of its own whether they are let go, where their files couldn't be removed. */
const held = new Set<string>();
/** Bytes of a lock's file. */
const mostBytes = 4096;

/** A file that one process at a time holds. Its time of change is the heartbeat of the holder. */
export class FileLock {
  readonly #timer: NodeJS.Timeout;
  #released = false;

  private constructor(
    readonly path: string,
    private readonly holder: Holder,
  ) {
    held.add(holder.token);
    this.#timer = setInterval(() => {
      const now = new Date();
      // a folder that has gone is told by the next write
      utimes(path, now, now).catch(() => {});
    }, beat);
    this.#timer.unref();
  }

  /** The lock, or who holds it. One whose holder has died is taken over. Throws a `FileFault`. */
  static async take(path: string): Promise<FileLock | Holder> {
    const own: Holder = {
      pid: process.pid,
      host,
      space,
      since: new Date().toISOString(),
      token: randomUUID(),
    };
    if (await create(path, own)) return new FileLock(path, own);
    // one process at a time judges and removes, so that none removes what another has just taken over
    const guard = `${path}.taking`;
    for (let tries = 0; !(await create(guard, own)); tries++) {
      const other = await holderOf(guard);
      if (!other) await rm(guard, { force: true });
      else if (tries === 20) return other;
      else await new Promise(resolve => setTimeout(resolve, 25));
    }
    try {
      const alive = await holderOf(path);
      if (alive) return alive;
      await onFile('write', path, () => rm(path, { force: true }));
      if (await create(path, own)) return new FileLock(path, own);
      return (await holderOf(path)) ?? own;
    } finally {
      await rm(guard, { force: true }).catch(() => {});
    }
  }

  /** Gives who has taken it over, as from a process that was asleep for minutes; undefined where it is still held. */
  async lostTo(): Promise<Holder | undefined> {
    const found = await read(this.path);
    if (!found) {
      if (await create(this.path, this.holder)) return undefined;
      return this.lostTo();
    }
    return found.holder?.token === this.holder.token ? undefined : (found.holder ?? this.holder);
  }

  async release(): Promise<void> {
    if (this.#released) return;
    this.#released = true;
    clearInterval(this.#timer);
    held.delete(this.holder.token);
    try {
      if ((await read(this.path))?.holder?.token === this.holder.token) await rm(this.path, { force: true });
    } catch {
      // it is left behind, and known for dead by its process
    }
  }
}

/** Who holds the lock of that file; undefined where nobody does, or only a process that has died. */
export async function holderOf(path: string): Promise<Holder | undefined> {
  const found = await read(path);
  if (!found?.holder) return undefined;
  const { holder, beatAt } = found;
  return Date.now() - beatAt < silence && isAlive(holder) ? holder : undefined;
}

const host = hostname();
const space = spaceOfIds();

function spaceOfIds(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** As far as this process can know. */
function isAlive(holder: Holder): boolean {
  if (holder.host !== host || holder.space !== space) return true;
  if (holder.pid === process.pid) return held.has(holder.token);
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function create(path: string, holder: Holder): Promise<boolean> {
  return createAtomically(path, `${JSON.stringify(holder)}\n`);
}

/** Undefined where there is no such file; without a holder where it isn't a lock's. */
async function read(path: string): Promise<{ holder: Holder | undefined; beatAt: number } | undefined> {
  return onFile('read', path, async () => {
    try {
      const found = await stat(path);
      const ours = found.isFile() && found.size <= mostBytes;
      return { holder: ours ? parsed(await readFile(path, 'utf8')) : undefined, beatAt: found.mtimeMs };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  });
}

function parsed(text: string): Holder | undefined {
  try {
    const { pid, host, space, since, token } = JSON.parse(text) as Record<string, unknown>;
    return typeof pid === 'number' && Number.isSafeInteger(pid) && pid > 0 && typeof host === 'string'
      ? { pid, host, space: String(space), since: String(since), token: String(token) }
      : undefined;
  } catch {
    return undefined;
  }
}
