import type { Floats, Precision, StoredNumbers } from '../kernels';

const page = 65536;
/** Arrays begin at lines of the cache. */
const alignment = 64;
/** Kernels read up to this many bytes beyond an array's end. */
const beyond = 64;
/** Pages by which it grows at least. */
const growth = 512;
/** The most that 32-bit addresses reach. */
export const mostPages = 65536;
export const mostBytes = mostPages * page;

/** The memory that all threads of a kernel set share. It grows, and its arrays stay where they are. */
export class WasmMemory {
  #end = 0;

  constructor(
    readonly memory: WebAssembly.Memory,
    readonly precision: Precision,
  ) {}

  /** What lies below belongs to the kernels themselves. */
  beginAt(address: number): void {
    this.#end = address;
  }

  allocate(length: number): Floats {
    if (this.precision === 'float64') return this.allocateSums(length);
    // reserved first: growing gives the memory another buffer
    const address = this.reserve(length * 4);
    return new Float32Array(this.memory.buffer, address, length);
  }

  allocateSums(length: number): Float64Array {
    const address = this.reserve(length * 8);
    return new Float64Array(this.memory.buffer, address, length);
  }

  /** A copy of an array. */
  place<T extends StoredNumbers>(array: T): T {
    const address = this.reserve(array.byteLength);
    const Type = array.constructor as new (buffer: ArrayBufferLike, at: number, length: number) => T;
    const copy = new Type(this.memory.buffer, address, array.length);
    copy.set(array);
    return copy;
  }

  /** The address of as many zeroed bytes. Throws a RangeError where there is no room for them. */
  reserve(bytes: number): number {
    const address = Math.ceil(this.#end / alignment) * alignment;
    const end = address + bytes + beyond;
    const pages = this.memory.buffer.byteLength / page;
    const missing = Math.ceil(end / page) - pages;
    // in large pieces: each takes a while, and costs nothing until it is used
    if (missing > 0) this.memory.grow(Math.max(missing, Math.min(growth, mostPages - pages)));
    this.#end = end;
    return address;
  }
}
