import type { MetricPoint, RunInfo, RunState } from '../run';

/** What whoever started a run hears of it. */
export interface SessionEvents {
  /** Before the first step. `share` from 0 to 1, where it is known. */
  progress?(stage: string, share?: number): void;
  /** Once the run has its folder, and again when it has ended. */
  run?(info: RunInfo): void;
  /** The points that `metrics.jsonl` gets. */
  metric?(point: MetricPoint): void;
  state?(state: RunState, message?: string): void;
}
