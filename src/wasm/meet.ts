// Where threads wait for each other. In memory, at `meeting`: [arrived, round, sleeping, failed, there]. A thread adds 1 to
// the last when it begins (nobody may wait for it before). One that fails says so in the fourth, goes on to the next round and wakes the others (src/platform/kernelThread.ts), which then fail too.
import { threadCount } from './share';

/** Looks at the round this often, some hundred microseconds, before it goes to sleep: to wake takes nearly as long. */
const spins: i32 = 100000;

let meeting: usize = 0;

export function meetAt(place: usize): void {
  meeting = place;
}

/** Returns when all threads have called it. */
export function meet(): void {
  const threads = threadCount();
  if (threads === 1) return;
  go();
  const round = atomic.load<i32>(meeting + 4);
  if (atomic.add<i32>(meeting, 1) + 1 === threads) {
    atomic.store<i32>(meeting, 0);
    atomic.store<i32>(meeting + 4, round + 1);
    if (atomic.load<i32>(meeting + 8) > 0) atomic.notify(meeting + 4, threads);
    return;
  }
  for (let i = 0; i < spins; i++) {
    if (atomic.load<i32>(meeting + 4) !== round) {
      go();
      return;
    }
  }
  atomic.add<i32>(meeting + 8, 1);
  while (atomic.load<i32>(meeting + 4) === round) atomic.wait<i32>(meeting + 4, round, -1);
  atomic.sub<i32>(meeting + 8, 1);
  go();
}

/** Ends this thread's work, too, where another's has ended. */
function go(): void {
  if (atomic.load<i32>(meeting + 12) !== 0) unreachable();
}
