/** Operations of a program below which meeting costs more than other threads bring. */
export const worthSharing = 5e6;

/** Runs of a look at one way, and those at its beginning that don't count: a thread that slept has to wake first. */
const look = 6;
const waking = 3;
/** Runs of the quicker way until the next look at the other: few at first, more each time that it was the quicker again. */
const shortest = 16;
const longest = 320;
const growth = 4;

/**
 * Whether threads pay, which depends on what else the machine is doing: a thread that is kept waiting keeps the others
 * waiting. Both ways give the same bits, so the quicker is taken, and the other looked at now and then.
 */
export class Sharing {
  /** The mean time of the last look at each way. */
  #shared = Number.NaN;
  #alone = Number.NaN;
  #way = true;
  /** Whether this is a look at the way that isn't the quicker as far as is known. */
  #looking = true;
  #best: boolean | undefined;
  #stretch = shortest;
  #length = look;
  #runs = 0;
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
    const unknown = Number.isNaN(this.#shared) || Number.isNaN(this.#alone);
    if (!this.#looking || unknown) this.#glance(!this.#way);
    else this.#settle(this.#shared < this.#alone);
  }

  #glance(way: boolean): void {
    this.#way = way;
    this.#looking = true;
    this.#length = look;
  }

  #settle(best: boolean): void {
    this.#stretch = best === this.#best ? Math.min(this.#stretch * growth, longest) : shortest;
    this.#best = best;
    this.#way = best;
    this.#looking = false;
    this.#length = this.#stretch;
  }
}
