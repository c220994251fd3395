import { accuracy } from '../../core/metrics/accuracy';
import { numberText } from '../figures/numberText';
import type { Judge } from './verdict';
import { wayToScale } from './ways';

/** A run of fewer steps was to be looked at, not to learn. */
const fewSteps = 50;
/** The share of the first cost that has to be gone. */
const progress = 0.005;

/** The cost is where it began. */
export const noProgress: Judge = outcome => {
  const [first] = outcome.costs;
  const { metrics } = outcome.end;
  const cost = outcome.objective;
  if (!first || outcome.steps < fewSteps || metrics[accuracy.type] === 1) return undefined;
  if (!(first.cost > 1e-6) || !(cost > (1 - progress) * first.cost)) return undefined;
  return {
    code: 'no-progress',
    message: `The cost is still ${numberText(cost)}, and began at ${numberText(first.cost)}: nothing was learnt in ${outcome.steps.toLocaleString('en-US')} steps.`,
    fix: wayToScale(outcome),
  };
};
