import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { createAtomically } from './createAtomically';
import { onFile } from './fileFault';
import { placeNew } from './placeNew';
import { birthOf, startOfMachine } from './processAge';

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
  /** When the process began, where the system tells: its id may be another's by now. */
  readonly birth?: string;
}

/** Milliseconds between two heartbeats. */
const beat = 2000;
/** Milliseconds without one after which a holder is taken for dead that can't be asked: it is on another machine. */
const silence = 120_000;
/**
 * The same for a process of this machine whose id is alive, where the system doesn't tell whether it is the same process: it
 * may be asleep, as in a debugger, or its id another's.
 */
const longSilence = 12 * 3_600_000;
/** Milliseconds that the file of a lock may take from its beginning to its end, where it can't be written in one moment. */
const writing = 2000;
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
      ...(birth ? { birth } : {}),
    };
    // before the file is there for others to see
    held.add(own.token);
    try {
      const other = await onFile('write', path, () => takeFile(path, own));
      if (!other) return new FileLock(path, own);
      held.delete(own.token);
      return other;
    } catch (error) {
      held.delete(own.token);
      throw error;
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

/** Makes the file, or takes it over from a process that has died. Gives who holds it where neither can be. */
async function takeFile(path: string, own: Holder): Promise<Holder | undefined> {
  if (await create(path, own)) return undefined;
  // one at a time judges and removes, so that none removes what another has just taken over
  const guard = `${path}.taking`;
  for (let tries = 0; !(await create(guard, own)); tries++) {
    const other = await holderOf(guard);
    if (other && tries >= 20) return other;
    if (other) await new Promise(resolve => setTimeout(resolve, 25));
    else await removeStale(guard);
  }
  try {
    const alive = await holderOf(path);
    if (alive) return alive;
    await rm(path, { force: true });
    return (await create(path, own)) ? undefined : ((await holderOf(path)) ?? own);
  } finally {
    await rm(guard, { force: true }).catch(() => {});
  }
}

/** Removes a guard whose process has died; where it isn't that any more when it is taken away, it is given back. */
async function removeStale(guard: string): Promise<void> {
  const away = `${guard}.${randomUUID()}.tmp`;
  try {
    await rename(guard, away);
  } catch (error) {
    // it has been let go meanwhile
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (await holderOf(away)) await placeNew(away, guard);
  await rm(away, { force: true });
}

/** Who holds the lock of that file; undefined where nobody does, or only a process that has died. */
export async function holderOf(path: string): Promise<Holder | undefined> {
  let found = await read(path);
  for (let waited = 0; found?.isHalf && waited < writing && isFresh(found.beatAt); waited += 25) {
    await new Promise(resolve => setTimeout(resolve, 25));
    found = await read(path);
  }
  if (!found?.holder) return undefined;
  return isAlive(found.holder, Date.now() - found.beatAt) ? found.holder : undefined;
}

function isFresh(changedAt: number): boolean {
  return Date.now() - changedAt < writing;
}

const host = hostname();
const space = spaceOfIds();
const birth = birthOf(process.pid);

function spaceOfIds(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/**
 * As far as this process can know of one that was last heard of `silentFor` milliseconds ago. A process of this machine that
 * sleeps is alive, however long it is silent.
 */
function isAlive(holder: Holder, silentFor: number): boolean {
  if (holder.host !== host || holder.space !== space) return silentFor < silence;
  if (holder.pid === process.pid) return held.has(holder.token);
  if (!isThere(holder.pid)) return false;
  const found = holder.birth === undefined ? undefined : birthOf(holder.pid);
  if (found !== undefined) return found === holder.birth;
  return silentFor < silence || (silentFor < longSilence && Date.parse(holder.since) > startOfMachine());
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function create(path: string, holder: Holder): Promise<boolean> {
  return createAtomically(path, `${JSON.stringify(holder)}\n`);
}

/** A lock's file as it stands. */
interface Found {
  /** Undefined where it isn't a lock's. */
  readonly holder: Holder | undefined;
  /** Whether it may be one that is being written. */
  readonly isHalf: boolean;
  readonly beatAt: number;
}

/** Undefined where there is no such file. */
async function read(path: string): Promise<Found | undefined> {
  return onFile('read', path, async () => {
    try {
      const found = await stat(path);
      const ours = found.isFile() && found.size <= mostBytes;
      const text = ours ? await readFile(path, 'utf8') : undefined;
      const isHalf = text === '' || (text?.startsWith('{') && !text.trimEnd().endsWith('}')) === true;
      return { holder: parsed(text), isHalf, beatAt: found.mtimeMs };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  });
}

function parsed(text: string | undefined): Holder | undefined {
  try {
    const { pid, host, space, since, token, birth } = JSON.parse(text ?? '') as Record<string, unknown>;
    return typeof pid === 'number' && Number.isSafeInteger(pid) && pid > 0 && typeof host === 'string'
      ? {
          pid,
          host,
          space: String(space),
          since: String(since),
          token: String(token),
          ...(typeof birth === 'string' ? { birth } : {}),
        }
      : undefined;
  } catch {
    return undefined;
  }
}
