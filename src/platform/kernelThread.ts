// A thread that helps the kernels: does its share of each program that the first thread runs, until the process ends.
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadStart } from '../core/kernels/wasm/wasmKernels';

const { module, memory, thread, threads, scratch, shared } = workerData as ThreadStart;
const { start, serve } = new WebAssembly.Instance(module, { env: { memory } }).exports as {
  start(thread: number, threads: number, scratch: number, shared: number): void;
  serve(): void;
};
start(thread, threads, scratch, shared);
parentPort!.postMessage('ready');
serve();
