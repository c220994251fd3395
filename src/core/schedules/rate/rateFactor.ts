import { type ScheduleSetting, scheduleOf } from '..';

/** Where a training stands. */
export interface RateTime {
  readonly iteration: number;
  readonly iterations: number;
  readonly stepsPerEpoch: number;
  /** How often the watched figure has stood still. */
  readonly plateaus: number;
}

/** The factor of the optimizer's learning rate in the step `iteration`: a rise in equal steps, then the schedule. */
export function rateFactor(setting: ScheduleSetting, at: RateTime): number {
  const { type, per, warmUp, ...fields } = setting;
  const steps = per === 'epoch' ? at.stepsPerEpoch : 1;
  const count = Math.floor(at.iteration / steps);
  const factor = scheduleOf(type).factor(fields as Record<string, number>, {
    t: Math.max(0, count - warmUp),
    length: Math.max(1, Math.ceil(at.iterations / steps) - warmUp),
    plateaus: at.plateaus,
  });
  return count < warmUp ? (factor * (count + 1)) / warmUp : factor;
}
