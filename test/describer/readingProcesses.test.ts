import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { DataSettings } from '../../src/core/network/schema';
import {
  type Outcome,
  type Patience,
  type ReadingProcess,
  ReadingProcesses,
} from '../../src/host/data/readingProcesses';
import type { FromDescriber } from '../../src/protocol/describer';
import { bundle } from '../cli/bundle';
import { npyOf, npyOfWhole } from '../data/npyBytes';
import { temporaryFolder } from '../runs/temporaryFolder';

const built = bundle('describer', 'hdf5');
const folder = temporaryFolder();
for (const name of ['good', 'other', 'hangs', 'ends', 'waits']) {
  writeFileSync(join(folder, `${name}.npy`), npyOf([4, 2], [1, 2, 3, 4, 5, 6, 7, 8]));
}
writeFileSync(join(folder, 'y.npy'), npyOfWhole([4], [0, 1, 1, 0]));

const packed = readFileSync('test/fixtures/data/arrays/latest.h5');
for (const name of ['traps.h5', 'good.h5']) writeFileSync(join(folder, name), packed);

/** Loaded before the process' own code: a file on which the process hangs, one that ends it, one on a disk that doesn't answer, and
 * one in whose middle the HDF5 library traps. */
const disk = join(folder, 'disk.cjs');
writeFileSync(
  disk,
  `const files = require('node:fs/promises');
const sync = require('node:fs');
const { readSync } = sync;
const trapping = sync.statSync(${JSON.stringify(join(folder, 'traps.h5'))}).ino;
sync.readSync = (descriptor, ...rest) => {
  if (sync.fstatSync(descriptor).ino === trapping) throw new WebAssembly.RuntimeError('unreachable');
  return readSync(descriptor, ...rest);
};
const open = files.open;
files.open = async (path, ...rest) => {
  const name = String(path);
  if (name.endsWith('hangs.npy')) {
    sync.writeFileSync(${JSON.stringify(folder)} + '/hung-' + process.pid, '');
    for (;;) {}
  }
  if (name.endsWith('ends.npy')) process.kill(process.pid, 'SIGKILL');
  if (name.endsWith('waits.npy')) await new Promise(() => {});
  return open(path, ...rest);
};`,
);

const started: ChildProcess[] = [];

/** A real process, as the host starts it. */
function start(): ReadingProcess {
  const child = fork(built.path('describer'), {
    execArgv: ['--require', disk],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  started.push(child);
  return {
    send: message => child.connected && child.send(message),
    onMessage: listener => child.on('message', message => listener(message as FromDescriber)),
    onEnd: listener => child.on('close', (code, signal) => listener({ code, signal, errors: '' })),
    dispose: () => void child.kill('SIGKILL'),
  };
}

let processes: ReadingProcesses | undefined;
afterEach(() => {
  processes?.dispose();
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function asking(patience: Partial<Patience> = {}) {
  const log: string[] = [];
  // a busy machine may not let a process run for a second
  processes = new ReadingProcesses(start, line => log.push(line), { shared: 3000, alone: 4000, ...patience });
  const of = processes;
  const contentsOf = async (file: string) => {
    const outcome = await of.ask(id => ({ type: 'list', id, file, folder }));
    return outcome.kind === 'answer' && outcome.answer.type === 'contents'
      ? outcome.answer.contents
      : outcome;
  };
  const describeFile = (name: string, cancelled?: (cancel: () => void) => void) => {
    const settings = { train: { x: `${name}.npy`, y: 'y.npy' } } as DataSettings;
    return of.ask(id => ({ type: 'describe', id, settings, folder }), cancelled);
  };
  return { describeFile, contentsOf, log };
}

const examples = (outcome: Outcome) =>
  outcome.kind === 'answer' && outcome.answer.type === 'report'
    ? outcome.answer.report.facts?.examples
    : outcome.kind;
const four = { train: 3, test: 1 };

describe('a file that', () => {
  test('is well is looked into, and another after it by the same process', async () => {
    const { describeFile } = asking();
    expect(examples(await describeFile('good'))).toEqual(four);
    expect(examples(await describeFile('other'))).toEqual(four);
    expect(started).toHaveLength(1);
  });

  test.each([
    ['hangs', 'silent'],
    ['ends', 'ended'],
  ])('%s the process is told, and holds up no other', async (name, kind) => {
    const { describeFile, log } = asking();
    const began = performance.now();
    const bad = describeFile(name);
    const good = Promise.all(['good', 'other', 'good'].map(async each => examples(await describeFile(each))));
    expect(await good).toEqual([four, four, four]);
    const others = performance.now() - began;
    expect(examples(await bad)).toBe(kind);
    if (kind === 'silent') expect(others).toBeLessThan(performance.now() - began);
    expect(log.at(-1)).toMatch(kind === 'silent' ? /hangs\.npy.* was ended/ : /SIGKILL/);
    // what is asked afterwards is answered by a new one
    expect(examples(await describeFile('good'))).toEqual(four);
  });

  test('breaks the HDF5 library is told, and the next is read by a new process', async () => {
    const { contentsOf } = asking({ shared: 10_000, alone: 20_000 });
    const arrays = expect.arrayContaining([{ name: 'gzip', shape: [60, 8] }]);
    expect(await contentsOf('good.h5')).toEqual({ kind: 'arrays', arrays });
    expect(await contentsOf('traps.h5')).toEqual({
      kind: 'fault',
      message: "traps.h5 is damaged in a way that the HDF5 library doesn't survive.",
    });
    // at once, while the old one ends, and later
    expect(await contentsOf('good.h5')).toEqual({ kind: 'arrays', arrays });
    expect(await contentsOf('good.h5')).toEqual({ kind: 'arrays', arrays });
    await expect
      .poll(() => started.map(({ exitCode }) => exitCode))
      .toEqual([0, ...started.slice(1).map(() => null)]);
    expect(started.length).toBeGreaterThan(1);
  });

  test('has hung is put apart at once when it is asked for again', async () => {
    const { describeFile } = asking();
    expect(examples(await describeFile('hangs'))).toBe('silent');
    const again = describeFile('hangs');
    const before = started.length;
    expect(examples(await describeFile('good'))).toEqual(four);
    expect(started.length).toBe(before + 1);
    expect(examples(await again)).toBe('silent');
  });

  test('lies on a disk that doesn’t answer is given up, while the process goes on', async () => {
    const { describeFile } = asking({ request: 3000 });
    const bad = describeFile('waits');
    expect(examples(await describeFile('good'))).toEqual(four);
    expect(started).toHaveLength(1);
    expect(examples(await bad)).toBe('silent');
    expect(examples(await describeFile('good'))).toEqual(four);
  });

  test('hangs can be cancelled, and its process ends', async () => {
    const { describeFile } = asking({ shared: 500 });
    let cancel = () => {};
    const bad = describeFile('hangs', stop => {
      cancel = stop;
    });
    await Promise.all([describeFile('good'), describeFile('other')]);
    cancel();
    expect(await bad).toEqual({ kind: 'cancelled' });
    expect(examples(await describeFile('good'))).toEqual(four);
  });

  test.each([
    ['when it has nothing to do', { idle: 50 }, false],
    ['when the next is asked for', { shared: 500, idle: 60_000 }, true],
  ])('hangs and is cancelled alone loses its process %s', async (_, patience, goesOn) => {
    const { describeFile } = asking(patience);
    let cancel = () => {};
    const bad = describeFile('hangs', stop => {
      cancel = stop;
    });
    await vi.waitUntil(() => existsSync(join(folder, `hung-${started[0]!.pid}`)), { timeout: 20_000 });
    // longer than half of what one that others wait for is given
    await new Promise(resolve => setTimeout(resolve, 1000));
    cancel();
    expect(await bad).toEqual({ kind: 'cancelled' });
    if (goesOn) expect(examples(await describeFile('good'))).toEqual(four);
    await expect.poll(() => started[0]!.signalCode, { timeout: 10_000 }).toBe('SIGKILL');
  });

  test('nobody asks for any more ends its process', async () => {
    const { describeFile } = asking({ idle: 50 });
    await describeFile('good');
    await expect.poll(() => started[0]!.exitCode ?? started[0]!.signalCode).not.toBe(null);
  });
});
