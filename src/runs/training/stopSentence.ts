import { metrics } from '../../core/metrics';
import type { StopReason } from '../../core/train/watch';
import { costText } from '../figures/costText';
import { metricText } from '../figures/metricText';
import { numberText } from '../figures/numberText';
import { watchedName } from '../figures/watchedName';

/** Why a run ended before its last step, as its file asked for. */
export function stopSentence(reason: StopReason): string {
  const { figure, iteration } = reason;
  const name = watchedName(reason);
  const after = `Stopped early after ${numberText(iteration)} steps`;
  if (reason.kind === 'target') {
    const [value, target] = [reason.value, reason.target].map(each => figureText(figure, each));
    return `${after}: the ${name} is ${value}, which reaches the target of ${target}.`;
  }
  const { patience, minDelta, best, bestAt } = reason;
  const times = patience === 1 ? 'the last evaluation' : `the last ${numberText(patience)} evaluations`;
  if (best === undefined || bestAt === undefined) return `${after}: the ${name} had no value in ${times}.`;
  const then = `after ${numberText(bestAt)} steps`;
  const value = figureText(figure, best);
  if (minDelta > 0)
    return `${after}: in ${times} the ${name} got no better by ${numberText(minDelta)} than ${value}, which it was ${then}.`;
  return `${after}: the ${name} got no better in ${times}; it was best ${then}, at ${value}.`;
}

function figureText(figure: string, value: number): string {
  const metric = metrics.find(({ type }) => type === figure);
  return metric ? metricText(metric, value) : costText(value);
}
