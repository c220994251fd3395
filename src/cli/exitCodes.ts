import { DataError } from '../data/dataError';
import { FileFault } from '../platform/fileFault';

/** What the process says to the shell when it ends. */
export const exitCodes = {
  /** All was well. */
  done: 0,
  /** The network has errors, the training diverged, the input doesn't fit. */
  fault: 1,
  /** The command was called wrongly, or a file can't be read. */
  unreadable: 2,
  /** Layerwise failed by a fault of its own. */
  ownFault: 3,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

/** Of an expected fault: whether a file isn't there or can't be read, or it holds what doesn't fit. */
export function exitCodeOf(fault: unknown): number {
  const unreadable =
    fault instanceof FileFault || (fault instanceof DataError && fault.code === 'missing-data-file');
  return unreadable ? exitCodes.unreadable : exitCodes.fault;
}
