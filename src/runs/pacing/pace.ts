/** Milliseconds of work before the event loop gets a turn, and with it the messages that pause and stop. */
const sliceLength = 15;
/** Milliseconds after which a wait is looked up from. */
const longestWait = 50;

/** Cuts long work into slices, so that a process stays able to answer. */
export class Pace {
  #sliceEnd = 0;

  /** Returns at once within a slice; at its end gives the event loop a turn. */
  async breathe(): Promise<void> {
    if (performance.now() < this.#sliceEnd) return;
    await new Promise<void>(resolve => setImmediate(resolve));
    this.#sliceEnd = performance.now() + sliceLength;
  }

  /** Waits for the promise, but not for long: whoever waits for a slow disk still looks up. Throws what it throws. */
  async awaiting(promise: Promise<void>): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lookUp = new Promise<void>(resolve => (timer = setTimeout(resolve, longestWait)));
    try {
      await Promise.race([promise, lookUp]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Whether the slice is over: asks without the cost of a promise. */
  get over(): boolean {
    return performance.now() >= this.#sliceEnd;
  }
}
