import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { askPeer } from './askPeer.mjs';

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');

/**
 * Seconds from the start of a process that reads the data, trains and ends: `layerwise train` with its evaluations and
 * the files of its run, or the program of a Python peer. Undefined for other runners.
 */
export async function wholeProcess(runner, { job, steps }) {
  if (runner.peer === 'layerwise') return cliSeconds(job.folder, runner.command);
  if (!runner.file.endsWith('.py')) return undefined;
  const question = { ...job, precision: runner.precision, steps, warmUp: 0, cost: false };
  return (await askPeer(runner, question, runner.chosenThreads)).wall;
}

async function cliSeconds(folder, node = process.execPath) {
  const out = path.join(folder, 'whole-run');
  const began = performance.now();
  const child = spawn(node, [cli, 'train', path.join(folder, 'network.nn.json'), '--json', '--out', out], {
    stdio: 'ignore',
  });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve));
  const seconds = (performance.now() - began) / 1000;
  fs.rmSync(out, { recursive: true, force: true });
  if (code !== 0) throw new Error(`layerwise train ended with ${code}`);
  return seconds;
}
