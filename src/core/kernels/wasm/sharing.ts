/** Operations of a program below which meeting costs more than other threads bring. */
export const worthSharing = 5e6;

/** Runs, or else milliseconds, that tell how quick a way is. */
const counted = 3;
const telling = 5;
/** And those before them that don't: a thread that slept has to wake first. */
const waking = 3;
const wakingTime = 2;
/** Runs of the quicker way until the next look at the other: few at first, more each time that it was the quicker again. */
const shortest = 16;
const longest = 320;
const growth = 4;

/**
 * Whether threads pay, which depends on what else the machine is doing: a thread that is kept waiting keeps the others
 * waiting. Both ways give the same bits, so the quicker is taken, and the other looked at now and then.
 */
export class Sharing {
  /** Milliseconds for each unit of work, at the last look. */
  #shared = Number.NaN;
  #alone = Number.NaN;
  #way = true;
  #best: boolean | undefined;
  #stretch = shortest;
  /** Runs, and milliseconds, that still don't count. */
  #uncounted = waking;
  #uncountedTime = wakingTime;
  #runs = 0;
  #time = 0;
  #work = 0;

  /** Whether the next run is to be shared. */
  get next(): boolean {
    return this.#way;
  }

  /** How many milliseconds it took for so much work. */
  took(time: number, work: number): void {
    if (this.#uncounted > 0 && this.#uncountedTime > 0) {
      this.#uncounted--;
      this.#uncountedTime -= time;
      return;
    }
    this.#runs++;
    this.#time += time;
    this.#work += work;
    if (this.#runs < counted && this.#time < telling) return;
    if (this.#way) this.#shared = this.#time / this.#work;
    else this.#alone = this.#time / this.#work;
    const unknown = Number.isNaN(this.#shared) || Number.isNaN(this.#alone);
    // a stretch of the quicker way ends with a look at the other
    if (unknown || this.#way === this.#best) this.#take(!this.#way, this.#way ? 0 : waking, wakingTime);
    else this.#settle(this.#shared < this.#alone);
  }

  #settle(best: boolean): void {
    this.#stretch = best === this.#best ? Math.min(this.#stretch * growth, longest) : shortest;
    this.#best = best;
    // what comes next is to be compared with the end alone
    this.#take(best, this.#stretch - counted, Number.POSITIVE_INFINITY);
  }

  #take(way: boolean, uncounted: number, uncountedTime: number): void {
    this.#way = way;
    this.#uncounted = uncounted;
    this.#uncountedTime = uncountedTime;
    this.#runs = this.#time = this.#work = 0;
  }
}
