/** Milliseconds of work before the event loop gets a turn, and with it the messages that pause and stop. */
const sliceLength = 15;

/** Cuts long work into slices, so that a process stays able to answer. */
export class Pace {
  #sliceEnd = 0;

  /** Returns at once within a slice; at its end gives the event loop a turn. */
  async breathe(): Promise<void> {
    if (performance.now() < this.#sliceEnd) return;
    await new Promise<void>(resolve => setImmediate(resolve));
    this.#sliceEnd = performance.now() + sliceLength;
  }

  /** Whether the slice is over: asks without the cost of a promise. */
  get over(): boolean {
    return performance.now() >= this.#sliceEnd;
  }
}
