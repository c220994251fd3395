// What is called from outside. All threads have an instance each, over one memory.
import { meet, meetAt } from './meet';
import { execute } from './program';
import { configure, solo } from './share';

export { micro } from './gemm/micro';
export { microWide } from './gemm/microWide';
export { widen } from './gemm/tile';
export { tabulate } from './tabulate';

/** Where memory begins that isn't the kernels' own. */
export function heapBase(): usize {
  return __heap_base;
}

/** Where a command to the threads stands: [from, to, m, times, pages of the memory]. */
let command: usize = 0;

/** Tells an instance which thread it is, and where its scratch memory, the sums of parts and what is shared by all lie. */
export function start(thread: i32, threads: i32, scratch: usize, partials: usize, shared: usize): void {
  configure(thread, threads, scratch, partials);
  meetAt(shared);
  command = shared + 64;
}

/** Makes the calls from `from` to `to` `times` times, on this thread and those that `serve`. */
export function run(from: usize, to: usize, m: i32, times: i32): void {
  store<i32>(command, <i32>from);
  store<i32>(command, <i32>to, 4);
  store<i32>(command, m, 8);
  store<i32>(command, times, 12);
  store<i32>(command, memory.size(), 16);
  meet();
  repeat();
}

/** The same on this thread alone, for what is too little to share. */
export function runAlone(from: usize, to: usize, m: i32, times: i32): void {
  solo(true);
  for (let i = 0; i < times; i++) execute(from, to, m);
  solo(false);
}

/** Waits for what `run` is told on the first thread, and does its share, until that is to run nothing. */
export function serve(): void {
  for (;;) {
    meet();
    if (load<i32>(command) === 0) return;
    // V8 may tell another thread late that the memory has grown, which until then fills and copies nothing there. To let it grow, be
    // it by nothing, is to be told
    if (memory.size() < load<i32>(command, 16)) memory.grow(0);
    repeat();
  }
}

function repeat(): void {
  const from = <usize>load<u32>(command);
  const to = <usize>load<u32>(command, 4);
  const m = load<i32>(command, 8);
  const times = load<i32>(command, 12);
  for (let i = 0; i < times; i++) execute(from, to, m);
}
