import { numberText } from '../figures/numberText';
import type { Judge, Outcome } from './verdict';
import { wayToSlowDown } from './ways';

/** Costs of batches differ: as many of them are taken together. */
const together = 20;

/** More than half of what had been won was lost again. */
export const farAboveBest: Judge = outcome => {
  const [first] = outcome.costs;
  const lowest = lowestOf(outcome);
  const cost = outcome.objective;
  if (!first || !lowest || !(cost - lowest.cost > 0.5 * (first.cost - lowest.cost))) return undefined;
  if (!(first.cost > 1.1 * lowest.cost)) return undefined;
  return {
    code: 'far-above-best',
    message: `The cost ended at ${numberText(cost)}, far above its lowest, ${numberText(lowest.cost)} about iteration ${lowest.iteration.toLocaleString('en-US')}: towards the end the steps were too large.`,
    fix: wayToSlowDown(outcome),
  };
};

/** The lowest cost on the way, or the lowest mean of some that follow each other. */
function lowestOf({ costs, fullBatch }: Outcome) {
  const width = fullBatch ? 1 : together;
  let sum = 0;
  let lowest: Outcome['costs'][number] | undefined;
  costs.forEach(({ iteration, cost }, i) => {
    sum += cost;
    if (i >= width) sum -= costs[i - width]!.cost;
    if (i < width - 1) return;
    const mean = fullBatch ? cost : sum / width;
    if (!lowest || mean < lowest.cost) lowest = { iteration, cost: mean };
  });
  return lowest;
}
