import { beginRun } from '../begin';
import type { RunAction } from './runAction';

/** A new run from the first step, with the seed of the file. */
export const start: RunAction = (host, network) => beginRun(host, network);
