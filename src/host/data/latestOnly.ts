/**
 * Requests of one kind, taken up one at a time: of those that come meanwhile only the last is. Where it makes what goes on
 * useless, that is cancelled.
 */
export class LatestOnly<Q> {
  readonly #work: (request: Q, cancelled: (cancel: () => void) => void) => Promise<void>;
  readonly #replaces: (next: Q, running: Q) => boolean;
  #running: { readonly request: Q; cancel?: () => void } | undefined;
  #next: { readonly request: Q } | undefined;

  /** `work` says what cancels it. */
  constructor(
    work: (request: Q, cancelled: (cancel: () => void) => void) => Promise<void>,
    replaces: (next: Q, running: Q) => boolean,
  ) {
    this.#work = work;
    this.#replaces = replaces;
  }

  /** Settles when nothing is left to do, if nothing was going on. */
  async ask(request: Q): Promise<void> {
    this.#next = { request };
    if (this.#running) {
      if (this.#replaces(request, this.#running.request)) this.#running.cancel?.();
      return;
    }
    while (this.#next) {
      const running: { readonly request: Q; cancel?: () => void } = this.#next;
      this.#running = running;
      this.#next = undefined;
      try {
        await this.#work(running.request, cancel => {
          running.cancel = cancel;
        });
      } finally {
        this.#running = undefined;
      }
    }
  }
}
