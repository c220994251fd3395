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

/** Throws `Cancelled` where that was asked for. */
export function checkCancelled(reading: Reading | undefined): void {
  if (reading?.cancelled?.()) throw new Cancelled();
}

/** To be called every few megabytes. */
export function report(reading: Reading | undefined, share: number): void {
  checkCancelled(reading);
  reading?.progress?.(Math.min(1, share));
}

/** Gives the event loop a turn, and with it whoever may want to stop. */
export function turn(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve));
}

/** `reading` with its progress from `from` to `to` of the whole. */
export function part(reading: Reading | undefined, from: number, to: number): Reading | undefined {
  if (!reading) return undefined;
  return {
    cancelled: () => reading.cancelled?.() ?? false,
    progress: share => reading.progress?.(from + (to - from) * share),
  };
}
