import type { Matrix } from './operands';

/** Bytes in which `src/wasm/window/block.ts` lays out what a kernel covers at one place. */
const room = (3 << 20) - 64;

/** Whether the compiled kernels have room for what a row of W covers; larger ones are left to the reference. */
export const hasRoom = ({ columns, data }: Matrix): boolean => columns * data.BYTES_PER_ELEMENT <= room;
