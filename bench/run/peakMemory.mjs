import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Runs `layerwise …` to its end, and gives the most memory its process held at once (bytes of RSS), its seconds and the
 * last of what it said.
 *
 * @param {string} report a file to be written
 * @param {number} [limit] seconds after which it is ended
 */
export async function peakMemory(args, report, limit) {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [
      '--require',
      path.join(import.meta.dirname, 'reportMemory.cjs'),
      path.join(root, 'dist/cli.js'),
      ...args,
    ],
    { env: { ...process.env, LAYERWISE_MEMORY: report }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', chunk => {
    said = (said + chunk).slice(-2000);
  });
  // as Ctrl-C does: it ends between two pieces of work
  const timer = limit && setTimeout(() => child.kill('SIGINT'), limit * 1000);
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearTimeout(timer);
  const seconds = (performance.now() - began) / 1000;
  const { peak } = JSON.parse(fs.readFileSync(report, 'utf8'));
  return { code, peak, seconds, said: said.trim() };
}
