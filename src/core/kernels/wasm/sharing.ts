/** Operations of a program below which meeting costs more than other threads bring. */
export const worthSharing = 5e6;

/** One run in so many tries the way that was slower. */
const looksEvery = 40;
/** The weight of the last time among those before. */
const freshness = 0.2;

/**
 * Whether threads pay, which depends on what else the machine is doing: a thread that is kept waiting keeps the others
 * waiting. Both ways give the same bits, so the quicker is taken, and the other looked at now and then.
 */
export class Sharing {
  #alone = Number.NaN;
  #shared = Number.NaN;
  #runs = 0;

  /** Whether the next run is to be shared. */
  get next(): boolean {
    // each way twice before they are compared: the first time is of cold memory
    if (this.#runs < 4) return this.#runs % 2 === 0;
    const shared = this.#shared < this.#alone;
    return this.#runs % looksEvery === 0 ? !shared : shared;
  }

  /** How long a run took. */
  took(shared: boolean, time: number): void {
    if (shared) this.#shared = mean(this.#shared, time, this.#runs);
    else this.#alone = mean(this.#alone, time, this.#runs);
    this.#runs++;
  }
}

function mean(known: number, time: number, runs: number): number {
  return runs < 4 ? time : known + freshness * (time - known);
}
