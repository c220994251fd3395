// node:fs/promises of which any call can be made to fail, for tests of what a run does then
import * as real from 'node:fs/promises';

type Call = (...args: unknown[]) => unknown;

/** Which calls fail: the one with that number, from 0; those after it too where it is `lasting`. */
export const faults = {
  at: Number.POSITIVE_INFINITY,
  code: 'EIO',
  lasting: false,
  /** Calls so far. */
  count: 0,
  /** The name of the one that failed first. */
  failed: undefined as string | undefined,
};

function look(syscall: string): void {
  const number = faults.count++;
  if (number !== faults.at && !(faults.lasting && number > faults.at)) return;
  faults.failed ??= syscall;
  const { code } = faults;
  throw Object.assign(new Error(`${code}: injected, ${syscall}`), { code, syscall, errno: -1 });
}

const handles = new WeakMap<object, real.FileHandle>();

/** A file that is open, with the same faults. */
function wrapped(handle: real.FileHandle): real.FileHandle {
  const proxy = new Proxy(handle, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (name !== 'close') {
        return async (...args: unknown[]) => {
          look(String(name));
          return (value as Call).apply(target, args);
        };
      }
      return async () => {
        // it is closed all the same: the next tests need the descriptor
        await target.close();
        look('close');
      };
    },
  });
  handles.set(proxy, handle);
  return proxy;
}

const calls: Record<string, Call> = {};
for (const [name, call] of Object.entries(real)) {
  if (typeof call !== 'function') continue;
  calls[name] = async (first: unknown, ...args: unknown[]) => {
    look(name);
    const opened = handles.get(first as object) ?? first;
    const result = await (call as Call)(opened, ...args);
    return name === 'open' ? wrapped(result as real.FileHandle) : result;
  };
}

const named = calls as unknown as typeof real;
export const { open, readFile, writeFile, rename, rm, mkdir, readdir, stat, lstat, link, copyFile } = named;
export const { utimes, access, realpath, readlink, opendir, chmod, unlink, rmdir } = named;
export const { constants } = real;
