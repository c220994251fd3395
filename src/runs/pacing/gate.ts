/** What the person at the controls wants: read by the loop between two shards. */
export class Gate {
  #paused: boolean;
  #stopped = false;
  #reason: string | undefined;
  #steps = 0;
  #wake: (() => void) | undefined;

  constructor(paused: boolean) {
    this.#paused = paused;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Why it was stopped, where a person didn't ask for it. */
  get reason(): string | undefined {
    return this.#reason;
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** Whether the loop has to wait: paused, with no single step asked for. */
  get closed(): boolean {
    return this.#paused && this.#steps === 0 && !this.#stopped;
  }

  /** Whether the loop is let through for single steps. */
  get stepping(): boolean {
    return this.#paused && this.#steps > 0;
  }

  pause(): void {
    this.#paused = true;
    this.#steps = 0;
  }

  resume(): void {
    this.#paused = false;
    this.#steps = 0;
    this.#open();
  }

  /** Lets one step pass, then pauses: also where it was running. */
  step(): void {
    this.#paused = true;
    this.#steps++;
    this.#open();
  }

  stop(reason?: string): void {
    this.#stopped = true;
    this.#reason ??= reason;
    this.#open();
  }

  /** To be called by the loop after each step taken. */
  passed(): void {
    if (this.#steps > 0) this.#steps--;
  }

  /** Resolves when the gate opens. */
  async opened(): Promise<void> {
    while (this.closed) await new Promise<void>(resolve => (this.#wake = resolve));
  }

  #open(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}
