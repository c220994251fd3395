import type { FromTrainer } from '../protocol/trainer';

let last: Promise<void> = Promise.resolve();

/** Says something to the host. A channel that has closed swallows it. */
export function send(message: FromTrainer): void {
  if (!process.connected) return;
  last = new Promise(resolve => process.send?.(message, undefined, undefined, () => resolve()));
}

/** Resolves when all that was said is on its way. */
export function allSent(): Promise<void> {
  return last;
}
