// A thread of peak.mjs: the tiles of the kernels, again and again over the same few kilobytes.
import fs from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';

const { file, lanes, milliseconds } = workerData;
const [v8] = process.versions.v8.split('.');
// Node 20 has to be asked for relaxed SIMD; pairs of vectors came later, and not to every system
if (v8 < 12) setFlagsFromString('--experimental-wasm-relaxed-simd');
if (v8 >= 13 && process.platform === 'linux' && process.arch === 'x64') {
  setFlagsFromString('--experimental-wasm-revectorize');
}
const memory = new WebAssembly.Memory({ initial: 32, maximum: 65536, shared: true });
const module = new WebAssembly.Module(fs.readFileSync(file));
const { micro, microWide, heapBase } = new WebAssembly.Instance(module, { env: { memory } }).exports;

const depth = 256;
const bytes = 16 / lanes;
const tile = heapBase();
const rows = tile + 512;
const panel = rows + depth * 6 * bytes;
const repeats = 1000;

let best = 0;
const end = performance.now() + milliseconds;
while (performance.now() < end) best = Math.max(best, rate(micro, 2), rate(microWide, 4));
parentPort.postMessage(best);

/** GFLOP/s of a tile of so many vectors of columns. */
function rate(tileOf, vectors) {
  const began = performance.now();
  for (let i = 0; i < repeats; i++) {
    tileOf(depth, rows, bytes, 6 * bytes, panel, 16 * vectors, tile, 16 * vectors, tile, 16 * vectors, 1, 0);
  }
  const seconds = (performance.now() - began) / 1e3;
  return (2 * 6 * vectors * lanes * depth * repeats) / seconds / 1e9;
}
