/**
 * Work done piece by piece. Between two pieces whoever drives it may look up, go on later, or leave it. Where it yields a
 * promise it waits for something, such as rows of a file: going on before the promise is kept makes it yield one again. A
 * promise that is broken is its fault.
 */
export type Work<T> = Generator<Promise<void> | undefined, T>;
