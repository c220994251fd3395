import type { ready } from 'h5wasm';

/** The HDF5 library, compiled to WebAssembly. */
export type Library = Awaited<typeof ready>;

/** What a stream of its file system is, as far as it matters here. */
interface Stream {
  readonly path: string;
  stream_ops: { write?(stream: unknown, heap: Uint8Array, at: number, length: number): number };
}

let broken = false;
let loaded: Library | undefined;
/** What the library has printed of an error since it was asked last. */
let printed = '';

/** Whether the library was broken by a file: nothing can be read with it any more in this process. */
export function isBroken(): boolean {
  return broken;
}

/** The library, loaded when it is first asked for. It throws its errors, except in `quietly`. */
export async function openLibrary(): Promise<Library> {
  const bundle = await import('./hdf5.js');
  const library = await bundle.ready;
  if (loaded) return library;
  loaded = library;
  library.activate_throwing_error_handler();
  const errors = streamsOf(library)[2]!;
  errors.stream_ops = {
    ...errors.stream_ops,
    write(_stream, heap, at, length) {
      printed += new TextDecoder().decode(heap.slice(at, at + length));
      return length;
    },
  };
  return library;
}

/**
 * Calls the library so that it goes on after an error, and cleans up behind it, instead of being left in the middle. What
 * it printed of errors is given beside the answer.
 */
export function quietly<T>(library: Library, call: () => T): { readonly answer: T; readonly errors: string } {
  library.deactivate_throwing_error_handler();
  printed = '';
  try {
    const answer = call();
    return { answer, errors: printed };
  } finally {
    printed = '';
    library.activate_throwing_error_handler();
  }
}

/** To be told of whatever came out of the library: whether that has broken it. What it has left open is closed. */
export function breaks(error: unknown): boolean {
  // its stack or its memory is used up, or it met its own end: its state is anything now
  if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) broken = true;
  // each error that is thrown leaves the file open in which it was written down, and there are only so many
  if (loaded && !broken)
    for (const stream of streamsOf(loaded))
      if (stream?.path.startsWith('/tmp/')) loaded.FS.close(stream as unknown as FS.FSStream);
  return broken;
}

function streamsOf(library: Library): Stream[] {
  return (library.FS as unknown as { readonly streams: Stream[] }).streams;
}
