import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** Others may be at work on this machine: each thread's best of so long. */
const milliseconds = 1500;

/**
 * The most GFLOP/s that this machine's cores do together with the instructions of the kernels, by precision: the tile of
 * `src/wasm/gemm/micro.ts` in a loop that does nothing else, on all cores at once. Undefined where `dist` isn't built.
 *
 * @returns {Promise<{float32: number, float64: number, by: string} | undefined>}
 */
export async function measurePeak(dist = path.resolve(import.meta.dirname, '../../dist')) {
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
