import { numberText } from '../figures/numberText';
import type { Judge } from './verdict';
import { wayToScale, wayToSlowDown } from './ways';

/** More than a batch differs from another. */
const rise = 1.05;

/** Costs of batches at the end that are taken together. */
const together = 20;

/**
 * The cost ended above its start: each step went too far. The costs on the way rose, too: by dropout, or by batch norm on few
 * examples, a network that is used may be worse than while it learns, and the steps aren't to blame.
 */
export const costRose: Judge = outcome => {
  const [first] = outcome.costs;
  const cost = outcome.objective;
  if (!first || !(cost > rise * first.cost) || !(cost > 1e-9)) return undefined;
  const last = outcome.costs.slice(1).slice(-together);
  const sum = last.reduce((total, point) => total + point.cost, 0);
  if (last.length > 0 && !(sum > last.length * first.cost)) return undefined;
  return {
    code: 'cost-rose',
    message: `The cost ended at ${numberText(cost)}, above the ${numberText(first.cost)} it began at: the steps are too large.`,
    fix: wayToScale(outcome) ?? wayToSlowDown(outcome),
  };
};
