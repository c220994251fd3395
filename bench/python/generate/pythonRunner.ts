import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import runner from './runner.py';

/** How a run of a Python program ended. */
export interface Ending {
  /** What was raised, its type and its message; absent where the program ended well. */
  readonly error?: string;
  /** The lines of the program in the traceback, the failing one first, then the calls that led there. From 1. */
  readonly lines: readonly number[];
}

export interface PythonRunner {
  run(text: string): Promise<Ending>;
  close(): Promise<void>;
}

/** Starts a Python that has imported a library, to run programs one after the other. */
export async function pythonRunner(python: string, library: string): Promise<PythonRunner> {
  const folder = await mkdtemp(join(tmpdir(), 'layerwise-generate-'));
  const script = join(folder, 'runner.py');
  const program = join(folder, 'program.py');
  await writeFile(script, runner);
  const env = { ...process.env, OMP_NUM_THREADS: '1', TF_CPP_MIN_LOG_LEVEL: '3', CUDA_VISIBLE_DEVICES: '' };
  const child = spawn(python, [script, library], { cwd: folder, env, stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run(text) {
      await writeFile(program, text);
      child.stdin.write(`${program}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`${python} ended: can it import ${library}?`);
      return JSON.parse(value) as Ending;
    },
    async close() {
      child.stdin.end();
      await rm(folder, { recursive: true });
    },
  };
}
