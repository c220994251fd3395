import { numberText } from '../figures/numberText';
import type { Judge } from './verdict';
import { wayToScale, wayToSlowDown } from './ways';

/** More than a batch differs from another. */
const rise = 1.05;

/** The cost ended above its start: each step went too far. */
export const costRose: Judge = outcome => {
  const [first] = outcome.costs;
  const { cost } = outcome.end;
  if (!first || !(cost > rise * first.cost) || !(cost > 1e-9)) return undefined;
  return {
    code: 'cost-rose',
    message: `The cost ended at ${numberText(cost)}, above the ${numberText(first.cost)} it began at: the steps are too large.`,
    fix: wayToScale(outcome) ?? wayToSlowDown(outcome),
  };
};
