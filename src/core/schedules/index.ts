import * as z from 'zod';
import { schedules } from './all';
import { timing } from './fields/timing';
import type { Schedule } from './schedule';

export { schedules } from './all';
export type { Schedule, ScheduleTime } from './schedule';

/** As it stands in the file, defaults filled in: `{ type: 'cosine', end: 0, per: 'iteration', warmUp: 200 }`. */
export interface ScheduleSetting {
  readonly type: string;
  readonly per: 'iteration' | 'epoch';
  readonly warmUp: number;
  readonly [field: string]: string | number | undefined;
}

const byType = new Map(schedules.map(schedule => [schedule.type, schedule]));

const types = z.enum(schedules.map(schedule => schedule.type)).meta({
  title: 'Schedule',
  enumDescriptions: schedules.map(({ formula, summary }) => `${formula}. ${summary}`),
});

const [first, ...others] = schedules.map(({ type, title, formula, summary, fields }) =>
  z
    .strictObject({ type: z.literal(type), ...fields, ...timing })
    .meta({ title, description: `${formula}. ${summary}` }),
);

/** Only its type, `"cosine"`, with the usual values, or an object with its fields. */
export const scheduleField = z
  .union([types, z.discriminatedUnion('type', [first!, ...others])])
  .transform(written => (typeof written === 'string' ? withDefaults(written) : (written as ScheduleSetting)))
  .meta({
    title: 'Schedule',
    description: 'How the learning rate changes on the way; without one it stays as it is.',
  });

/** A schedule by its type; an unknown one is our bug. */
export function scheduleOf(type: string): Schedule {
  const schedule = byType.get(type);
  if (!schedule) throw new Error(`No schedule is called ${type}.`);
  return schedule;
}

function withDefaults(type: string): ScheduleSetting {
  return { type, ...z.object({ ...byType.get(type)!.fields, ...timing }).parse({}) } as ScheduleSetting;
}
