import type { Terminal } from './terminal/terminal';

/** Says where faster kernels failed on this machine, and what was taken instead: see `Engine.reasons`. */
export function noteEngine(terminal: Terminal, [chosen, ...failures]: readonly string[] = []): void {
  if (chosen && failures.length > 0) terminal.note([...failures, chosen].join(' '));
}
