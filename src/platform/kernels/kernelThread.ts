// A thread that helps the kernels: does its share of each program that the first thread runs, until the process ends.
import { workerData } from 'node:worker_threads';
import type { ThreadStart } from '../../core/kernels/wasm/wasmKernels';

const { module, memory, thread, threads, scratch, partials, shared, wide } = workerData as ThreadStart;
const { start, widen, serve } = new WebAssembly.Instance(module, { env: { memory } }).exports as {
  start(thread: number, threads: number, scratch: number, partials: number, shared: number): void;
  widen(yes: boolean): void;
  serve(): void;
};
widen(wide);
start(thread, threads, scratch, partials, shared);
// The first thread may have grown the memory while this one was being given it: V8 then keeps the size from before, and ends
// a `memory.fill` beyond it as out of bounds. To grow by nothing brings it up to date; of what comes later V8 tells.
memory.grow(0);
// src/wasm/meet.ts says what stands where
const meeting = new Int32Array(memory.buffer, shared, 5);
Atomics.add(meeting, 4, 1);
try {
  serve();
} catch (error) {
  // the others must not wait for this thread
  Atomics.store(meeting, 3, 1);
  Atomics.add(meeting, 1, 1);
  Atomics.notify(meeting, 1);
  throw error;
}
