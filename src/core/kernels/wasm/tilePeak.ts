import type { Precision } from '../kernels';
import type { WasmMemory } from './wasmMemory';

/** `src/wasm/gemm/micro.ts`, or `microWide.ts`. */
export type Tile = (
  K: number,
  a: number,
  row: number,
  step: number,
  panel: number,
  panelStep: number,
  c: number,
  pitch: number,
  from: number,
  fromPitch: number,
  runs: number,
  jump: number,
) => void;

const depth = 256;
const rows = 6;
const repeats = 500;
/** Others may be at work on the machine: the best of so long. */
const milliseconds = 200;
const most = 1000;

export interface TilePeakOptions {
  readonly tile: Tile;
  /** Vectors of 16 bytes that a tile is wide. */
  readonly vectors: number;
  readonly precision: Precision;
  readonly memory: WasmMemory;
  readonly now: () => number;
}

/** The floating-point operations a second of a tile in a loop over the same few kilobytes, on this thread. */
export function tilePeak({ tile, vectors, precision, memory, now }: TilePeakOptions): number {
  const bytes = precision === 'float64' ? 8 : 4;
  const width = 16 * vectors;
  const at = memory.reserve(rows * width + depth * (rows * bytes + width));
  const a = at + rows * width;
  const panel = a + depth * rows * bytes;
  let best = 0;
  const end = now() + milliseconds;
  for (let round = 0; round < most && now() < end; round++) {
    const began = now();
    for (let i = 0; i < repeats; i++)
      tile(depth, a, bytes, rows * bytes, panel, width, at, width, at, width, 1, 0);
    const flops = 2 * rows * (width / bytes) * depth * repeats;
    best = Math.max(best, (flops * 1000) / Math.max(now() - began, 1e-3));
  }
  return best;
}
