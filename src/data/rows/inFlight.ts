/** Work on a file that has begun and not ended: a file is closed after it. */
export class InFlight {
  private readonly going = new Set<Promise<unknown>>();

  async during<T>(work: Promise<T>): Promise<T> {
    this.going.add(work);
    try {
      return await work;
    } finally {
      this.going.delete(work);
    }
  }

  async ended(): Promise<void> {
    await Promise.allSettled(this.going);
  }
}
