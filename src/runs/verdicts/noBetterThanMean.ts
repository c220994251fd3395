import { meanAbsoluteError } from '../../core/metrics/meanAbsoluteError';
import { numberFigures } from '../../core/network/numberFigures';
import { isStandardisedTarget } from '../../core/network/schema';
import { numberText } from '../figures/numberText';
import type { Judge, Outcome } from './verdict';
import { wayToScale } from './ways';

/** The share of the variance that has to be explained. */
const explained = 0.01;

/** Numbers are predicted no better than by always saying their mean. */
export const noBetterThanMean: Judge = outcome => {
  const { end } = outcome;
  const variance = varianceOf(outcome);
  const error = end.metrics[meanAbsoluteError.type];
  if (variance === undefined || typeof error !== 'number') return undefined;
  if (!(end.cost >= (1 - explained) * variance)) return undefined;
  return {
    code: 'no-better-than-mean',
    message: `The predictions are off by ${numberText(error)} on average, and always saying the mean of the targets would be no worse: nothing was learnt from the inputs.`,
    fix: wayToScale(outcome),
  };
};

/** What the mean squared error of the mean is, in the units of the cost; undefined with another loss. */
function varianceOf({ snapshot, facts }: Outcome): number | undefined {
  const network = snapshot.network!;
  const figures = facts && numberFigures(facts.targets);
  if (network.training?.loss !== 'mean-squared-error' || !figures?.length) return undefined;
  if (!figures.every(({ deviation }) => deviation > 0)) return undefined;
  if (isStandardisedTarget(network.data)) return 1;
  return figures.reduce((sum, { deviation }) => sum + deviation ** 2, 0) / figures.length;
}
