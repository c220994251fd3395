// A thread of peak.mjs: the tile of the kernels, again and again over the same few kilobytes.
import fs from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';

const { file, lanes, milliseconds } = workerData;
// Node 20 has to be asked for relaxed SIMD
if (file.includes('relaxed')) setFlagsFromString('--experimental-wasm-relaxed-simd');
const memory = new WebAssembly.Memory({ initial: 32, maximum: 65536, shared: true });
const module = new WebAssembly.Module(fs.readFileSync(file));
const { micro, heapBase } = new WebAssembly.Instance(module, { env: { memory } }).exports;

const depth = 256;
const bytes = 16 / lanes;
const tile = heapBase();
const rows = tile + 256;
const panel = rows + depth * 6 * bytes;
const repeats = 2000;

let best = 0;
const end = performance.now() + milliseconds;
while (performance.now() < end) {
  const began = performance.now();
  for (let i = 0; i < repeats; i++) micro(depth, rows, bytes, 6 * bytes, panel, 32, tile, 32);
  const seconds = (performance.now() - began) / 1e3;
  best = Math.max(best, (2 * 6 * 2 * lanes * depth * repeats) / seconds / 1e9);
}
parentPort.postMessage(best);
