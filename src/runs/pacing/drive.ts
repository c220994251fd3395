import type { Work } from '../../core/work';
import { Cancelled, type Reading } from '../../data/reading';
import { Pace } from './pace';

/** Does work piece by piece, with turns for the event loop between; throws `Cancelled` where that is asked for. */
export async function drive<T>(work: Work<T>, reading: Reading, pieces = 1): Promise<T> {
  const pace = new Pace();
  for (let done = 0; ; ) {
    if (pace.over) {
      await pace.breathe();
      reading.progress?.(Math.min(1, done / pieces));
    }
    if (reading.cancelled?.()) throw new Cancelled();
    const piece = work.next();
    if (piece.done) return piece.value;
    if (piece.value) await pace.awaiting(piece.value);
    else done++;
  }
}
