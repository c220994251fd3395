import type { TrainingSettings } from '../network/schema';
import { scheduleOf } from '../schedules';
import { figureOf, isLarger, type MeasuredSets, type WatchedFigure } from './figureOf';
import { looked, type Patience, unwatched, type Watched } from './watched';

/** What was seen of the figures that a training goes by, by who goes by them. */
export interface WatchState {
  readonly schedule?: Watched;
  readonly stop?: Watched;
}

/** Why a training ends before its last step. */
export type StopReason = Pick<Required<WatchedFigure>, 'figure' | 'set'> & {
  readonly iteration: number;
} & (
    | { readonly kind: 'target'; readonly target: number; readonly value: number }
    | {
        readonly kind: 'patience';
        readonly patience: number;
        readonly minDelta: number;
        readonly best: number | undefined;
        readonly bestAt: number | undefined;
      }
  );

/** Goes by what is measured at iterations that don't depend on the clock. */
export interface Watch {
  /** How often the figure of the schedule has stood still. */
  readonly plateaus: number;
  /** Undefined where nothing is watched. */
  readonly state: WatchState | undefined;
  observe(iteration: number, found: MeasuredSets): StopReason | undefined;
}

/** @param state that of the checkpoint which the training goes on from */
export function createWatch({ schedule, stop }: TrainingSettings, state: WatchState = {}): Watch {
  const plateau = schedule && scheduleOf(schedule.type).watches ? wishes(schedule) : undefined;
  const end = stop && wishes(stop);
  let current: WatchState = {
    ...(plateau && { schedule: state.schedule ?? unwatched }),
    ...(end && { stop: state.stop ?? unwatched }),
  };
  return {
    get plateaus() {
      return current.schedule?.plateaus ?? 0;
    },
    get state() {
      return plateau || end ? current : undefined;
    },
    observe(iteration, found) {
      const look = (before: Watched | undefined, wanted: WatchedFigure & Patience) =>
        looked(before ?? unwatched, figureOf(found, wanted), iteration, wanted);
      current = {
        ...(plateau && { schedule: look(current.schedule, plateau) }),
        ...(end && { stop: look(current.stop, end) }),
      };
      if (!stop || !end) return undefined;
      const set = stop.set ?? (found.test ? 'test' : 'train');
      const about = { iteration, figure: stop.figure, set };
      const value = figureOf(found, end);
      if (stop.target !== undefined && value !== undefined) {
        const reached = end.larger ? value >= stop.target : value <= stop.target;
        if (reached) return { kind: 'target', ...about, target: stop.target, value };
      }
      if (stop.patience === undefined || current.stop!.plateaus === 0) return undefined;
      const { best, bestAt } = current.stop!;
      return { kind: 'patience', ...about, patience: stop.patience, minDelta: stop.minDelta, best, bestAt };
    },
  };
}

/** The fields of `metrics/fields/watching`, and which way is up. Without patience it never ends. */
function wishes(fields: Readonly<Record<string, unknown>>): WatchedFigure & Patience {
  const { figure, set, minDelta, ...given } = fields as unknown as WatchedFigure & Partial<Patience>;
  const patience = given.patience ?? Number.POSITIVE_INFINITY;
  return { figure, set, patience, minDelta: minDelta ?? 0, larger: isLarger(figure) };
}
