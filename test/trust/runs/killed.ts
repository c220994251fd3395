import { fork } from 'node:child_process';

/** What the process of checkpointingRun.ts says. */
type Said =
  | { readonly type: 'kept'; readonly folder: string; readonly iteration: number }
  | { readonly type: 'renaming'; readonly when: 'before' | 'after'; readonly name: string };

/** A run whose process was killed. */
export interface Killed {
  readonly folder: string;
  /** Steps of the last checkpoint that it had been told of. */
  readonly kept: number;
  /** The renaming that it was killed at, where it was at one. */
  readonly at: string | undefined;
}

/** When to kill. */
export interface Moment {
  /** After so many checkpoints. */
  readonly checkpoints: number;
  /** Then at that renaming: `after run.json` is before the weights have their names. */
  readonly at?: string;
  /** Else after so many milliseconds. */
  readonly after?: number;
}

/** Starts a run of the network `file` and kills its process, with no signal that it could hear. */
export function runAndKill(
  bundle: string,
  file: string,
  { checkpoints, at, after }: Moment,
): Promise<Killed> {
  return new Promise((resolve, reject) => {
    const child = fork(bundle, [file], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, RENAMES_PAUSE: at ? '10' : '0' },
    });
    let folder = '';
    let kept = -1;
    let seen = 0;
    let killedAt: string | undefined;
    let errors = '';
    child.stderr!.setEncoding('utf8').on('data', piece => {
      errors += piece;
    });
    child.on('message', (said: Said) => {
      if (said.type === 'kept') {
        ({ folder } = said);
        kept = Math.max(kept, said.iteration);
        if (++seen === checkpoints && at === undefined) setTimeout(() => child.kill('SIGKILL'), after);
      } else if (seen >= checkpoints && `${said.when} ${said.name}` === at && !child.killed) {
        killedAt = at;
        child.kill('SIGKILL');
      }
    });
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve({ folder, kept, at: killedAt });
      else reject(new Error(`The run ended before it was killed (exit code ${code}). ${errors}`));
    });
  });
}
