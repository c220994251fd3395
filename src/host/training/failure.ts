import { folderAt } from '../../platform/folder';
import { v8Version } from '../../platform/kernels/v8Version';
import { readRunInfo, writeRunInfo } from '../../runs/folder/runFolder';
import { holdRun } from '../../runs/folder/runLock';
import type { RunInfo } from '../../runs/run';
import type { End } from '../process/childProcess';

/** What became of a process that ended in the middle of its work, to follow its name in a sentence. */
export function causeOf({ code, signal, errors }: End): string {
  if (code === null && signal === null) return `could not be started (${errors})`;
  const killed = signal === 'SIGKILL' || signal === 'SIGABRT' || code === 134 || code === 137;
  return killed
    ? 'was ended by the system, perhaps because memory ran out'
    : `ended unexpectedly (${signal ?? `exit code ${code}`})`;
}

/**
 * The sentence for a training process that ended by itself. One that dies before its first step does so while V8 compiles
 * or begins to run the kernels: then it says which V8 that was.
 */
export function failureOf(end: End, stepped: boolean): string {
  const cause = `The training process ${causeOf(end)}`;
  return stepped || !started(end) ? `${cause}.` : `${cause} before its first step, on ${v8Version()}.`;
}

/** Whether another engine may help a run whose process ended so: it was there, and died before its first step. */
export const diedAtStart = (end: End, stepped: boolean) => !stepped && started(end);

const started = ({ code, signal }: End) => code !== null || signal !== null;

/** Writes down how a run ended whose process could not. Gives the run as it is in its folder then. */
export async function recordFailure(folder: string, message: string): Promise<RunInfo | undefined> {
  const lock = await holdRun(folderAt(folder));
  try {
    const written = await readRunInfo(folder);
    if (!written) return undefined;
    const failed: RunInfo = { ...written, state: 'failed', message };
    await writeRunInfo(folderAt(folder), failed);
    return failed;
  } finally {
    await lock.release();
  }
}
