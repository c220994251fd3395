import { spawn } from 'node:child_process';
import { Cancelled } from '../../data/reading';
import type { Way } from './compileKernels';
import { kernelFile } from './kernelFile';
import { nameOfWay } from './ways';

/**
 * What came of a trial. `fails` says what V8 does; `slow` that the way works and isn't worth it; `passes` what may be
 * otherwise the next time, as on a machine that is too busy. They have a cause, to follow a colon.
 */
export type Outcome =
  | { readonly kind: 'works'; readonly share?: number | undefined }
  | { readonly kind: 'unknown-switch' }
  | { readonly kind: 'fails' | 'slow' | 'passes'; readonly cause: string };

export interface TrialOptions {
  /** Milliseconds it may take. */
  readonly limit: number;
  /** Asked while it is waited for: where it is true the trial ends, and rejects with `Cancelled`. */
  readonly cancelled?: () => boolean;
}

/** The most of the narrow tile's time that the wide one may take to be worth it. */
const worthPairs = 0.9;
/** Characters that are kept of what it says. */
const kept = 4000;
/** Milliseconds between two questions whether it is cancelled. */
const looking = 20;
/** What V8 writes where it is given one. */
const unknownSwitch = 'unrecognized flag';

/** Tries a way in a process of its own, since V8 may end that by it. */
export function trial(way: Way, { limit, cancelled = () => false }: TrialOptions): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [kernelFile('kernelTrial.js')!, nameOfWay(way)], {
      // VS Code's own binary runs it as Node
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let said = '';
    let errors = '';
    child.stdout.on('data', chunk => {
      said = (said + chunk).slice(0, kept);
    });
    child.stderr.on('data', chunk => {
      errors = (errors + chunk).slice(0, kept);
      if (errors.includes(unknownSwitch)) kill();
    });
    const kill = () => void child.kill('SIGKILL');
    const deadline = performance.now() + limit;
    let late = false;
    const look = setInterval(() => {
      late ||= performance.now() > deadline;
      if (late || cancelled()) kill();
    }, looking);
    process.on('exit', kill);
    const end = (outcome: Outcome) => {
      clearInterval(look);
      process.off('exit', kill);
      if (cancelled()) reject(new Cancelled());
      else resolve(outcome);
    };
    const passes = (cause: string) => end({ kind: 'passes', cause });
    child.on('error', error => passes(`no process could be started (${error.message})`));
    child.on('close', (code, signal) => {
      if (errors.includes(unknownSwitch)) end({ kind: 'unknown-switch' });
      else if (late) passes(`it took more than ${Math.round(limit / 1000)} seconds`);
      else if (signal === 'SIGKILL' || signal === 'SIGTERM') passes(`the process was ended by ${signal}`);
      else if (code === 0) end(outcomeIn(said));
      else
        end({
          kind: 'fails',
          cause: `V8 ended the process (${signal ?? `exit code ${code}`}${reasonIn(errors)})`,
        });
    });
  });
}

/** What the process says, which is a program of this extension and yet another process. */
interface Said {
  readonly fault: unknown;
  readonly passing?: unknown;
  readonly share?: unknown;
}

function outcomeIn(said: string): Outcome {
  try {
    const { fault, passing, share } = JSON.parse(said) as Said;
    if (fault !== null) return { kind: passing === true ? 'passes' : 'fails', cause: String(fault) };
    if (typeof share !== 'number') return { kind: 'works' };
    if (share <= worthPairs) return { kind: 'works', share };
    return { kind: 'slow', cause: `the wide tile takes ${share} times as long as the other` };
  } catch {
    return { kind: 'fails', cause: 'the process said nothing' };
  }
}

/** What V8 says before it ends a process: `# Check failed: …`. */
function reasonIn(errors: string): string {
  const reason = /(?:Check failed|Fatal error)[^\n]{0,200}/.exec(errors)?.[0];
  return reason ? `, ${reason.replace(/\.$/, '')}` : '';
}
