/** Operations of a program below which meeting costs more than other threads bring. */
export const worthSharing = 5e6;

/** Runs of a look at one way, and those at its beginning that don't count: a thread that slept has to wake first. */
const look = 8;
const waking = 3;
/** Runs of the quicker way until the next look at the other. */
const between = 300;

/**
 * Whether threads pay, which depends on what else the machine is doing: a thread that is kept waiting keeps the others
 * waiting. Both ways give the same bits, so the quicker is taken, and the other looked at now and then.
 */
export class Sharing {
  /** The mean time of the last look at each way. */
  #shared = Number.NaN;
  #alone = Number.NaN;
  #way = true;
  #runs = 0;
  #length = look;
  #total = 0;
  #counted = 0;

  /** Whether the next run is to be shared. */
  get next(): boolean {
    return this.#way;
  }

  /** How long it took. */
  took(time: number): void {
    this.#runs++;
    // of a long stretch only the end counts: it is to be compared with what comes next
    if (this.#runs > this.#length - look + waking) {
      this.#total += time;
      this.#counted++;
    }
    if (this.#runs < this.#length) return;
    const mean = this.#total / this.#counted;
    if (this.#way) this.#shared = mean;
    else this.#alone = mean;
    this.#runs = this.#total = this.#counted = 0;
    const looked = this.#length === look;
    const best = this.#shared < this.#alone;
    // after a look the quicker way (the other one first, where it wasn't looked at yet), after a stretch a look
    const unknown = Number.isNaN(this.#shared) || Number.isNaN(this.#alone);
    const next = looked && !unknown ? best : !this.#way;
    this.#length = looked && !unknown ? between : look;
    this.#way = next;
  }
}
