import type { Reading } from '../data/reading';
import { progressBar } from './terminal/progressBar';
import type { Terminal } from './terminal/terminal';

/** Progress shown as a bar, and Ctrl-C as the wish to stop. */
export function readingOf(terminal: Terminal, stage: string): Reading {
  let interrupted = false;
  let drawn = 0;
  terminal.onInterrupt(() => {
    interrupted = true;
  });
  return {
    cancelled: () => interrupted,
    progress(share) {
      if (performance.now() - drawn < 100) return;
      drawn = performance.now();
      terminal.bar(progressBar(share, stage));
    },
  };
}
