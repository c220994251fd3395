import { checkCancelled, type Reading, turn } from './reading';

/** Milliseconds of work between two turns of the event loop. */
const slice = 15;
/** Things after which the clock is looked at. */
const unwatched = 16;

/** Does `work` for 0 … count − 1, with turns for the event loop between. Throws `Cancelled` where that is asked for. */
export async function inTurns(count: number, work: (i: number) => void, reading?: Reading): Promise<void> {
  let end = performance.now() + slice;
  for (let i = 0; i < count; i++) {
    work(i);
    if (i % unwatched !== 0 || performance.now() < end) continue;
    checkCancelled(reading);
    await turn();
    end = performance.now() + slice;
  }
}
