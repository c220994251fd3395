import type { MetricPoint, RunInfo, RunState } from '../../src/runs/run';
import type { SessionEvents } from '../../src/runs/training/sessionEvents';

/** All that a session says, kept. */
export interface Recording {
  readonly events: SessionEvents;
  readonly states: RunState[];
  readonly points: MetricPoint[];
  /** As it was last said. */
  readonly info: () => RunInfo | undefined;
  /** Resolves when `test` is true of what was said. */
  until(test: () => boolean): Promise<void>;
}

export function record(): Recording {
  const states: RunState[] = [];
  const points: MetricPoint[] = [];
  let info: RunInfo | undefined;
  let look = () => {};
  return {
    events: {
      run(said) {
        info = said;
        look();
      },
      metric(point) {
        points.push(point);
        look();
      },
      state(state) {
        states.push(state);
        look();
      },
    },
    states,
    points,
    info: () => info,
    until: test =>
      new Promise(resolve => {
        look = () => {
          if (test()) resolve();
        };
        look();
      }),
  };
}
