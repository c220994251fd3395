import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { answerOf, environment } from './askPeer.mjs';

/** Others may be at work on this machine: each thread's best of so long. */
const milliseconds = 1500;
const built = path.resolve(import.meta.dirname, '../../dist');

/**
 * The most that `measurePeak` finds with the Node of the bench or another that Layerwise runs on.
 *
 * @param {readonly {command?: string, node?: string}[]} peers
 */
export async function highestPeak(peers) {
  let highest = await measurePeak();
  for (const { command, node } of peers.filter(({ node }) => node)) {
    const peak = await answerOf(command, [import.meta.filename], '', environment());
    if (highest && peak.float32 > highest.float32) highest = { ...peak, by: `${peak.by}, ${node}` };
  }
  return highest;
}

/**
 * The most GFLOP/s that this machine's cores do together with the instructions of the kernels, by precision: the tile of
 * `src/wasm/gemm/micro.ts` or `microWide.ts` in a loop that does nothing else, on all cores at once. Undefined where
 * `dist` isn't built.
 *
 * @returns {Promise<{float32: number, float64: number, by: string} | undefined>}
 */
export async function measurePeak(dist = built) {
  const peaks = {};
  for (const [precision, lanes] of [
    ['float32', 4],
    ['float64', 2],
  ]) {
    const file = path.join(dist, `kernels.${precision}.relaxed.wasm`);
    if (!fs.existsSync(file)) return undefined;
    const threads = Array.from({ length: os.availableParallelism() }, () =>
      best({ file, lanes, milliseconds }),
    );
    peaks[precision] = (await Promise.all(threads)).reduce((sum, peak) => sum + peak, 0);
  }
  return { ...peaks, by: 'the tile of the kernels in a loop of its own, all cores' };
}

function best(workerData) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(import.meta.dirname, 'microPeak.mjs'), { workerData });
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}

// a Node of its own, asked by `highestPeak`
if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(await measurePeak()));
