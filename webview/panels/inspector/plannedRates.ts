import type { TrainingSettings } from '../../../src/core/network/schema';
import { optimizerOf } from '../../../src/core/optimizers';
import { scheduleOf } from '../../../src/core/schedules';
import { rateFactor } from '../../../src/core/schedules/rate/rateFactor';
import { lengthOf, type TrainingLength } from '../../../src/core/train/lengthOf';
import { numberText } from '../../../src/runs/figures/numberText';

/** Enough for a curve in a panel. */
const mostPoints = 400;

/** The learning rates of a training that hasn't begun. */
export interface PlannedRates {
  readonly by: 'iteration' | 'epoch';
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** The same in words, with its numbers. */
  readonly words: string;
}

/**
 * Undefined where there is no schedule, or where its length isn't known before the data are: `m` is the number of training
 * examples, where that is known.
 */
export function plannedRates(settings: TrainingSettings, m: number | undefined): PlannedRates | undefined {
  const { schedule } = settings;
  const planned = schedule && planOf(settings, m);
  if (!schedule || !planned) return undefined;
  const { by, ...length } = planned;
  const rate = optimizerOf(settings.optimizer).fields.learningRate!;
  const at = (iteration: number) => rate * rateFactor(schedule, { ...length, iteration, plateaus: 0 });
  const count = Math.min(length.iterations, mostPoints);
  const last = length.iterations - 1;
  const x = Array.from({ length: count }, (_, i) => Math.round((i * last) / Math.max(1, count - 1)));
  const y = x.map(at);
  const watched = scheduleOf(schedule.type).watches ? waits(schedule) : undefined;
  return { by, x, y, words: ways(x, y, by, watched) };
}

/** How long it is: in epochs alone where the examples aren't known, but the schedule and the length count epochs. */
function planOf(
  settings: TrainingSettings,
  m: number | undefined,
): (TrainingLength & { readonly by: PlannedRates['by'] }) | undefined {
  const { batchSize, schedule, iterations, epochs } = settings;
  if (m !== undefined) return { by: 'iteration', ...lengthOf(settings, m) };
  if (batchSize === 'all') return { by: 'iteration', ...lengthOf(settings, 1) };
  if (iterations === undefined && epochs !== undefined)
    return schedule?.per === 'epoch' ? { by: 'epoch', iterations: epochs, stepsPerEpoch: 1 } : undefined;
  return schedule?.per === 'iteration' ? { by: 'iteration', ...lengthOf(settings, batchSize) } : undefined;
}

/** @param watched what comes after the rise, in words, where that depends on what is measured */
function ways(x: readonly number[], y: readonly number[], by: string, watched: string | undefined): string {
  const highest = y.indexOf(Math.max(...y));
  const [first, top, last] = [0, highest, y.length - 1].map(i => number(y[i]!));
  const rise = top === first ? '' : ` rises to ${top} at ${by} ${numberText(x[highest]!)},`;
  if (watched) return `Begins with ${first},${rise} ${watched}.`;
  return first === last && !rise ? `${first} throughout.` : `Begins with ${first},${rise} ends with ${last}.`;
}

const waits = ({ factor, patience }: Readonly<Record<string, unknown>>) =>
  `is multiplied by ${number(Number(factor))} after each ${numberText(Number(patience))} evaluations that bring nothing better`;

const number = (value: number) => numberText(Number(value.toPrecision(3)));
