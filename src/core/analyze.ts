import type { DataReport } from './network/dataReport';
import type { Network, ShapeReport } from './network/network';
import type { Problem } from './problem';

/** All that is said of a network's text: the same for canvas, Problems panel, hover and CLI. */
export interface Snapshot {
  /** Undefined where the text can't be read as a network at all (then the last good one stays on the canvas). */
  readonly network: Network | undefined;
  readonly shapes: ShapeReport | undefined;
  /** In the order of their spans. */
  readonly problems: readonly Problem[];
}

/** Pure and quick (a 1,000-layer network takes milliseconds): called on each keystroke and each frame of a drag. */
export declare function analyze(text: string, data?: DataReport): Snapshot;
