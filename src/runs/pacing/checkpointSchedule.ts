/** Milliseconds between two checkpoints of a run that goes on. */
const interval = 3000;
/** The share of the time that writing checkpoints may take. */
const share = 0.05;

/** Says when the next checkpoint of a run is due: every few seconds, less often where one takes long to write. */
export class CheckpointSchedule {
  #due = 0;

  get due(): boolean {
    return performance.now() >= this.#due;
  }

  /** Writes one, and sets the time of the next by how long it took. */
  async during(write: () => Promise<void>): Promise<void> {
    const began = performance.now();
    this.#due = Number.POSITIVE_INFINITY;
    await write();
    const now = performance.now();
    this.#due = now + Math.max(interval, (now - began) / share);
  }
}
