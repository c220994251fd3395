import { type Setting, setting } from '../setting';
import { schedules } from './all';
import { timing } from './fields/timing';
import type { Schedule } from './schedule';

export { schedules } from './all';
export type { Schedule, ScheduleTime } from './schedule';

/** As it stands in the file, defaults filled in: `{ type: 'cosine', end: 0, per: 'iteration', warmUp: 200 }`. */
export interface ScheduleSetting extends Setting {
  readonly per: 'iteration' | 'epoch';
  readonly warmUp: number;
}

const { field, chosen } = setting<ScheduleSetting, Schedule>(
  schedules,
  {
    title: 'Schedule',
    description: 'How the learning rate changes on the way; without one it stays as it is.',
  },
  timing,
);

export const scheduleField = field;

/** A schedule by its type; an unknown one is our bug. */
export const scheduleOf = chosen;
