import type { ready } from 'h5wasm';

/** The HDF5 library, compiled to WebAssembly. */
export type Library = Awaited<typeof ready>;

/** A stream of its file system, as far as it matters here. */
interface Stream {
  stream_ops: { write?(stream: unknown, heap: Uint8Array, at: number, length: number): number };
}

let broken = false;
let isPrepared = false;
/** What the library has printed of errors since it was asked last. */
let printed = '';

/** Whether the library was broken by a file: nothing can be read with it any more in this process. */
export function isBroken(): boolean {
  return broken;
}

/** The library, loaded when it is first asked for. What it would print of an error is kept for `asked`. */
export async function openLibrary(): Promise<Library> {
  const bundle = await import('./hdf5.js');
  const library = await bundle.ready;
  if (isPrepared) return library;
  isPrepared = true;
  // its other way with errors is to throw them from its inside, which leaves behind whatever it had open
  library.deactivate_throwing_error_handler();
  const errors = (library.FS as unknown as { readonly streams: Stream[] }).streams[2]!;
  errors.stream_ops = {
    ...errors.stream_ops,
    write(_stream, heap, at, length) {
      printed += new TextDecoder().decode(heap.slice(at, at + length));
      return length;
    },
  };
  return library;
}

/** Asks the library something. Errors don't throw: they are given beside the answer, from the outermost call to what it met. */
export function asked<T>(question: () => T): { readonly answer: T; readonly errors: string } {
  printed = '';
  const answer = question();
  const errors = printed;
  printed = '';
  return { answer, errors };
}

/** The same, of what has no answer where there are errors. */
export function demanded<T>(question: () => T): T {
  const { answer, errors } = asked(question);
  if (errors) throw new Error(errors);
  return answer;
}

/** To be told of whatever came out of the library: whether that has broken it. */
export function breaks(error: unknown): boolean {
  // its stack or its memory is used up, or it met its own end: its state is anything now
  if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) broken = true;
  return broken;
}
