import { Worker } from 'node:worker_threads';
import type { ThreadStart } from '../../core/kernels/wasm/wasmKernels';
import { kernelFile } from './kernelFile';

/** It is there some 40 ms later; until then, and should it never be, the first thread works alone. */
export function startThread(start: ThreadStart): void {
  const worker = new Worker(kernelFile('kernelThread.js')!, { workerData: start });
  worker.on('error', () => {});
  // a thread that waits doesn't keep the process
  worker.unref();
}
