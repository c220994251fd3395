import { lossOf } from '../../core/losses';
import { batchSizeOf } from '../../core/network/batchSizeOf';
import type { Training } from '../../core/train/training';
import { nameClasses } from '../model/classNames';
import type { Prepared } from '../preparing/prepare';
import { judge } from '../verdicts';
import type { OpenedRun } from './openedRun';

/** What judges a run of a network and its data when it has ended. */
export function judgeOf({ snapshot, data }: Prepared, { iterations }: Training): OpenedRun['judge'] {
  const settings = snapshot.network!.training!;
  const { m } = data.train;
  const batchSize = batchSizeOf(settings, m);
  const loss = lossOf(settings.loss);
  // a sum over the examples grows with the batch
  const perExample = loss.scale(1, 1) === loss.scale(2, 1) ? m / batchSize : 1;
  const facts = data.report.facts;
  return ({ costs, end, objective, stop }) =>
    judge({
      snapshot,
      facts,
      classes: end.confusion && nameClasses(data.preprocessing.targets, end.confusion.length),
      costs: costs.map(({ iteration, cost }) => ({ iteration, cost: cost * perExample })),
      fullBatch: batchSize === m,
      steps: stop?.iteration ?? iterations,
      stop,
      end,
      objective,
    });
}
