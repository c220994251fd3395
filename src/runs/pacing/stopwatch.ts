/** Seconds of work, pauses left out. */
export class Stopwatch {
  #started: number | undefined;
  #seconds: number;

  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  get seconds(): number {
    return this.#seconds + (this.#started === undefined ? 0 : (performance.now() - this.#started) / 1000);
  }

  start(): void {
    this.#started ??= performance.now();
  }

  stop(): void {
    this.#seconds = this.seconds;
    this.#started = undefined;
  }
}
