/** Progress of a long read, 0 to 1, and a way to stop it: throws `Cancelled` inside when `cancelled()` is true. */
export interface Reading {
  progress?(share: number): void;
  cancelled?(): boolean;
}

/** The reader stopped because it was asked to. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';

  constructor() {
    super('The reading of the data was cancelled.');
  }
}

/** To be called every few megabytes. */
export function report(reading: Reading | undefined, share: number): void {
  if (reading?.cancelled?.()) throw new Cancelled();
  reading?.progress?.(Math.min(1, share));
}

/** `reading` with its progress from `from` to `to` of the whole. */
export function part(reading: Reading | undefined, from: number, to: number): Reading | undefined {
  if (!reading) return undefined;
  return {
    cancelled: () => reading.cancelled?.() ?? false,
    progress: share => reading.progress?.(from + (to - from) * share),
  };
}
