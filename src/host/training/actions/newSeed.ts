import { randomInt } from 'node:crypto';
import { beginRun } from '../begin';
import type { RunAction } from './runAction';

/** A new run with other initial weights. The seed stands in the run; the file keeps its own. */
export const newSeed: RunAction = (host, network) => beginRun(host, network, { seed: randomInt(1, 10_000) });
