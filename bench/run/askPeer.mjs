import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';

const PYTHON = process.platform === 'win32' ? 'python' : '/usr/bin/python3';
/** Where an installed interpreter isn't the system's: a virtual environment, another system. */
export const python = process.env.PYTHON ?? PYTHON;

/**
 * Starts the program of a peer, asks it one thing and waits for its end.
 *
 * @param {{file: string, command?: string}} peer its program, .mjs or .py, and what runs it: the Node of the bench or
 *   `python` where it isn't said
 * @param {object} question see bench/README.md, "A peer"
 * @param {number} [threads] for libraries that take their number from the environment; all cores where absent
 * @returns {Promise<object>} its answer, with `wall`, the seconds that the whole process took
 */
export function askPeer(
  { file, command = file.endsWith('.py') ? python : process.execPath },
  question,
  threads = os.cpus().length,
) {
  return answerOf(command, [file], JSON.stringify(question), environment(threads));
}

/** Settings of this machine that choose an older processor's kernels would make NumPy slower than it is. */
export function environment(threads = os.cpus().length) {
  const { OPENBLAS_CORETYPE, OPENBLAS_L2_SIZE, ...env } = process.env;
  return {
    ...env,
    PYTHONDONTWRITEBYTECODE: '1',
    OMP_NUM_THREADS: `${threads}`,
    OPENBLAS_NUM_THREADS: `${threads}`,
  };
}

/** Runs a program to its end; its last line is its answer, as JSON. */
export function answerOf(command, args, input, env) {
  const program = path.basename(args[0] ?? command);
  const began = performance.now();
  const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.on('data', chunk => {
    output += chunk;
  });
  child.stderr.on('data', chunk => {
    errors = (errors + chunk).slice(-4000);
  });
  child.stdin.on('error', () => {}); // it ended without reading: `close` tells
  child.stdin.end(input);
  const kill = () => child.kill();
  process.on('exit', kill);
  return new Promise((resolve, reject) => {
    child.on('error', error => {
      process.off('exit', kill);
      if (error.code === 'ENOENT') resolve({ missing: `there is no ${command}` });
      else reject(error);
    });
    child.on('close', code => {
      process.off('exit', kill);
      const wall = (performance.now() - began) / 1000;
      if (code !== 0) return reject(new Error(`${program} ended with ${code}:\n${readable(errors)}`));
      try {
        resolve({ ...JSON.parse(output.trimEnd().split('\n').at(-1)), wall });
      } catch {
        reject(new Error(`${program} answered ${output.slice(0, 200)}`));
      }
    });
  });
}

/** What a process wrote to stderr without the lines of minified code that Node quotes. */
function readable(errors) {
  const lines = errors.split('\n').filter(line => line.trim() !== '' && line.length < 500);
  return lines.slice(0, 10).join('\n');
}
