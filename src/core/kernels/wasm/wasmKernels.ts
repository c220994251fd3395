import type { Slot } from '../call';
import { callOf, makeCall } from '../interpreted';
import type { Calls, Kernels, Op, Precision, Program } from '../kernels';
import { type Batch, isBatch } from '../operands';
import { referenceCalls } from '../reference';
import { type Encoded, encode } from './encode';
import { Sharing, worthSharing } from './sharing';
import { type Tile, tilePeak } from './tilePeak';
import { WasmMemory } from './wasmMemory';

/** What `src/wasm/index.ts` exports. */
interface Exports {
  heapBase(): number;
  start(thread: number, threads: number, scratch: number, partials: number, shared: number): void;
  widen(yes: boolean): void;
  run(from: number, to: number, m: number, times: number): void;
  runAlone(from: number, to: number, m: number, times: number): void;
  readonly micro: Tile;
  readonly microWide: Tile;
}

/** What another thread needs to help: it calls `widen` and `start` with these and then `serve`. */
export interface ThreadStart {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly thread: number;
  readonly threads: number;
  readonly scratch: number;
  readonly partials: number;
  readonly shared: number;
  readonly wide: boolean;
}

export interface WasmOptions {
  /** `src/wasm`, compiled for the precision. */
  readonly module: WebAssembly.Module;
  /** Of this process, shared. */
  readonly memory: WebAssembly.Memory;
  readonly precision: Precision;
  /** Threads that work together, this one among them. */
  readonly threads: number;
  /** Whether products are made of wide tiles, which are slow where V8 doesn't pack pairs of vectors; the bits are the same. */
  readonly wide?: boolean | undefined;
  /** Whether the module adds in the order of the notes: then what isn't `exact` is left to the reference kernels. */
  readonly exact?: boolean;
  /** Milliseconds of a clock, by which it is found out whether threads pay. */
  readonly now: () => number;
  /** Shares every program, however little it is: for tests of the threads. */
  readonly alwaysShare?: boolean;
  /** Starts another one, which may be there later; it has to go away with this process by itself. */
  readonly startThread?: (start: ThreadStart) => void;
  readonly name: string;
}

const scratchBytes = 4 << 20;
/** Of the sums of groups of examples (src/wasm/window/groupedGradient.ts), and a vector that is read beyond the last. */
const partialNumbers = (1 << 20) + 16;
/** The longest call. */
const directBytes = 512;
/** Where threads meet, and the command to them. */
const sharedBytes = 256;

const callNames = Object.keys(referenceCalls) as (keyof Calls)[];

/**
 * The kernels of `src/wasm`. What they don't know, such as the gradient of a rare loss, is done by the reference kernels
 * on the same memory.
 */
export function wasmKernels(options: WasmOptions): Kernels {
  const {
    module,
    memory: shared,
    precision,
    threads,
    wide = false,
    exact = false,
    startThread,
    now,
    alwaysShare,
    name,
  } = options;
  const memory = new WasmMemory(shared, precision);
  const instance = new WebAssembly.Instance(module, { env: { memory: shared } });
  const exports = instance.exports as unknown as Exports;
  memory.beginAt(exports.heapBase());
  const meeting = memory.reserve(sharedBytes);
  const scratch = Array.from({ length: threads }, () => memory.reserve(scratchBytes));
  const partials = memory.reserve(partialNumbers * (precision === 'float64' ? 8 : 4));
  exports.widen(wide);
  exports.start(0, threads, scratch[0]!, partials, meeting);
  for (let thread = 1; thread < threads; thread++) {
    startThread!({
      module,
      memory: shared,
      thread,
      threads,
      scratch: scratch[thread]!,
      partials,
      shared: meeting,
      wide,
    });
  }

  const there = new Int32Array(shared.buffer, meeting + 16, 1);
  const canShare = () => threads > 1 && Atomics.load(there, 0) === threads - 1;

  const make = (calls: readonly Encoded[], room?: number): Program =>
    encodedProgram(calls, { memory, exports, canShare, now, alwaysShare }, room);
  const encodeKnown = (op: Op) => (exact && !callOf(op).exact?.(...op.args) ? undefined : encode(op));
  const compile = (ops: readonly Op[]): Program => {
    const parts = partsOf(ops, encodeKnown).map(part => (part.kind === 'calls' ? make(part.calls) : part));
    const [only] = parts;
    if (parts.length === 1 && only && 'run' in only) return only;
    return {
      run(m, times = 1) {
        for (let i = 0; i < times; i++) {
          for (const part of parts) {
            if ('run' in part) part.run(m);
            else makeCall(part.op, referenceCalls);
          }
        }
      },
    };
  };
  /** Where calls stand that are made directly, one after the other. */
  const directRoom = memory.reserve(directBytes);
  const calls = Object.fromEntries(
    callNames.map(call => [
      call,
      (...args: readonly unknown[]) => {
        const op = { call, args, reads: '' } as unknown as Op;
        const encoded = encodeKnown(op);
        const batch = args.find(isBatch);
        if (encoded) make([encoded], directRoom).run((batch?.of ?? batch)?.m ?? 0);
        else makeCall(op, referenceCalls);
      },
    ]),
  ) as unknown as Calls;

  return {
    name,
    precision,
    threads,
    inFours: exact,
    flopsPerPiece: precision === 'float64' ? 1.5e9 : 3e9,
    allocate: length => memory.allocate(length),
    allocateSums: length => memory.allocateSums(length),
    place: array => memory.place(array),
    compile,
    peak: () =>
      tilePeak({
        tile: wide ? exports.microWide : exports.micro,
        vectors: wide ? 4 : 2,
        precision,
        memory,
        now,
      }),
    ...calls,
  };
}

type Part =
  | { readonly kind: 'calls'; readonly calls: readonly Encoded[] }
  | { readonly kind: 'op'; readonly op: Op };

/** Runs of ops that the kernels know, and the others one by one. */
function partsOf(ops: readonly Op[], encode: (op: Op) => Encoded | undefined): Part[] {
  const parts: Part[] = [];
  let calls: Encoded[] = [];
  const end = () => {
    if (calls.length > 0) parts.push({ kind: 'calls', calls });
    calls = [];
  };
  for (const op of ops) {
    const encoded = encode(op);
    if (encoded) calls.push(encoded);
    else {
      end();
      parts.push({ kind: 'op', op });
    }
  }
  end();
  return parts;
}

interface Surroundings {
  readonly memory: WasmMemory;
  readonly exports: Exports;
  readonly canShare: () => boolean;
  readonly now: () => number;
  readonly alwaysShare: boolean | undefined;
}

/**
 * Writes calls into the memory, into `room` where it is given: of each its number, the number of its slots, its rows for each
 * example, the slots, eight bytes each.
 */
function encodedProgram(
  calls: readonly Encoded[],
  { memory, exports, canShare, now, alwaysShare }: Surroundings,
  room?: number,
): Program {
  const words = calls.reduce((sum, { slots }) => sum + 3 + slots.length, 0);
  const work = calls.reduce((sum, call) => sum + call.work, 0);
  if (room !== undefined && words * 8 > directBytes) throw new Error(`A call has ${words} words.`);
  const from = room ?? memory.reserve(words * 8);
  const to = from + words * 8;
  const integers = new Int32Array(memory.memory.buffer, from, words * 2);
  const floats = new Float64Array(memory.memory.buffer, from, words);
  /** Where the address of a batch stands, and which it was. */
  const batches: { readonly word: number; readonly batch: Batch; data: Batch['data'] }[] = [];
  let word = 0;
  const write = (slot: Slot) => {
    if (typeof slot === 'number') integers[word * 2] = slot;
    else if ('float' in slot) floats[word] = slot.float;
    else {
      const batch = slot.batch.of ?? slot.batch;
      integers[word * 2] = batch.data.byteOffset;
      batches.push({ word, batch, data: batch.data });
    }
    word++;
  };
  for (const { opcode, rows, slots } of calls) {
    write(opcode);
    write(slots.length);
    write(rows);
    for (const slot of slots) write(slot);
  }
  const sharing = new Sharing();
  return {
    run(m, times = 1) {
      for (const moved of batches) {
        if (moved.data === moved.batch.data) continue;
        moved.data = moved.batch.data;
        integers[moved.word * 2] = moved.data.byteOffset;
      }
      if (alwaysShare) {
        exports.run(from, to, m, times);
        return;
      }
      if (work * m < worthSharing || !canShare()) {
        exports.runAlone(from, to, m, times);
        return;
      }
      const shared = sharing.next;
      const began = now();
      if (shared) exports.run(from, to, m, times);
      else exports.runAlone(from, to, m, times);
      sharing.took(now() - began, times * m);
    },
  };
}
