import type { z } from 'zod';

/** Where a training stands, as a schedule sees it. */
export interface ScheduleTime {
  /** Iterations, or epochs, since the warm-up ended. */
  readonly t: number;
  /** How many of them there are in all. */
  readonly length: number;
  /** How often the watched figure has stood still, for schedules that watch one. */
  readonly plateaus: number;
}

/** The learning rate over a training, as a factor of the optimizer's own. */
export interface Schedule {
  readonly type: string;
  readonly title: string;
  /** In α₀, the optimizer's learning rate, t and T, the length without the warm-up. */
  readonly formula: string;
  readonly summary: string;
  /** Its fields besides `type`, `per` and `warmUp`; each with default, bounds, title and description. */
  readonly fields: z.ZodRawShape;
  /** Whether it goes by a figure that is measured on the way, instead of by the time. */
  readonly watches?: true;
  factor(fields: Readonly<Record<string, number>>, at: ScheduleTime): number;
}
