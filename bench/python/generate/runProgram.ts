import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a run of a Python program ended. */
export interface Ending {
  /** What was raised, its type and its message; undefined where the program ended well. */
  readonly error?: string;
  /** The lines of the program in the traceback, the failing one first, then the calls that led there. From 1. */
  readonly lines: readonly number[];
}

/** Runs a program in a folder of its own, for 60 s at most. */
export async function runProgram(python: string, text: string): Promise<Ending> {
  const folder = await mkdtemp(join(tmpdir(), 'layerwise-generate-'));
  try {
    const file = join(folder, 'program.py');
    await writeFile(file, text);
    const { failed, said } = await new Promise<{ failed: boolean; said: string }>(resolve => {
      const options = { cwd: folder, timeout: 60_000, env: { ...process.env, OMP_NUM_THREADS: '1' } };
      execFile(python, [file], options, (error, _, stderr) =>
        resolve({ failed: error !== null, said: stderr }),
      );
    });
    return failed ? endingOf(said) : { lines: [] };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Reads the last traceback of what Python wrote to standard error. */
export function endingOf(said: string): Ending {
  const traceback = said.slice(Math.max(0, said.lastIndexOf('Traceback (most recent call last)')));
  const lines = [...traceback.matchAll(/File "[^"]*program\.py", line (\d+)/g)].map(([, line]) =>
    Number(line),
  );
  const errors = traceback.split('\n').filter(line => /^[\w.]*(Error|Exception|Exit)\b/.test(line));
  return {
    error: errors.at(-1) ?? (said.trim().split('\n').at(-1) || 'ended with a fault'),
    lines: lines.reverse(),
  };
}
