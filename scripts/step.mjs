import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

/**
 * Runs a Node program of the project and says in one line how it went: `ok    types  2.1 s`.
 *
 * @param {string} name what it does
 * @param {string[]} args the program's path from the project's root, and its arguments
 * @param {{show?: boolean, env?: NodeJS.ProcessEnv}} [options] `show` prints as it comes; else only where it fails
 * @returns {Promise<boolean>} whether it ended with 0
 */
export function step(name, args, { show = false, env = process.env } = {}) {
  const began = performance.now();
  if (show) console.log(`      ${name}`);
  return new Promise(resolve => {
    const program = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', ...streams(show)] });
    const kill = () => program.kill();
    process.on('exit', kill);
    let output = '';
    for (const stream of [program.stdout, program.stderr]) stream?.on('data', data => (output += data));
    program.on('close', code => {
      process.off('exit', kill);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      if (code !== 0) console.log(output);
      console.log(`${code === 0 ? 'ok   ' : 'FAIL '} ${name}  ${seconds} s`);
      resolve(code === 0);
    });
  });
}

const streams = show => (show ? ['inherit', 'inherit'] : ['pipe', 'pipe']);
