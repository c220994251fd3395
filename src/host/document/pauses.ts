/** Puts work off until nobody has asked for it for a while: what is asked for at every keystroke is done once. */
export class Pauses<K> {
  readonly #timers = new Map<K, NodeJS.Timeout>();

  /** @param quiet milliseconds without another call for the same `key` */
  after(key: K, quiet: number, work: () => void): void {
    this.cancel(key);
    const done = () => {
      this.#timers.delete(key);
      work();
    };
    this.#timers.set(key, setTimeout(done, quiet));
  }

  cancel(key: K): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
