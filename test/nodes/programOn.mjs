import { spawn } from 'node:child_process';

/** How long a program may take, on a machine that may be busy. */
const limit = 60_000;

/**
 * Runs a program with a Node to its end.
 * @returns {Promise<{code: number | null, signal: string | null, out: string, errors: string}>}
 */
export function programOn(binary, args, environment = {}) {
  const env = { ...process.env, ...environment };
  const child = spawn(binary, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limit,
    killSignal: 'SIGKILL',
  });
  const said = { out: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', piece => (said.out += piece));
  child.stderr.setEncoding('utf8').on('data', piece => (said.errors += piece));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...said }));
  });
}

/** The same for a program that prints lines of JSON, ends with 0 and has nothing to complain of. Gives the lines. */
export async function linesOf(binary, args, environment) {
  const { code, signal, out, errors } = await programOn(binary, args, environment);
  if (code !== 0 || /unrecognized flag|Check failed/.test(errors)) {
    throw new Error(`it ended with ${signal ?? code}: ${(errors || out).trim().slice(-500)}`);
  }
  return out
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
}
