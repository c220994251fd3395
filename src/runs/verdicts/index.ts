import { costRose } from './costRose';
import { farAboveBest } from './farAboveBest';
import { neverBetter } from './neverBetter';
import { noBetterThanMean } from './noBetterThanMean';
import { noProgress } from './noProgress';
import { oneClass } from './oneClass';
import { onlyClass } from './onlyClass';
import { outOfReach } from './outOfReach';
import type { Judge, Outcome, Verdict } from './verdict';

export { sameForAll } from './oneClass';
export { nothingToTellApart } from './onlyClass';
export type { Outcome, Verdict } from './verdict';
export { verdictSchema } from './verdictSchema';

/** The gravest first. */
const judges: readonly Judge[] = [
  onlyClass,
  outOfReach,
  costRose,
  neverBetter,
  oneClass,
  noBetterThanMean,
  noProgress,
  farAboveBest,
];

/** Why a run that took all its steps is no success; undefined where nothing says that it isn't. */
export function judge(outcome: Outcome): Verdict | undefined {
  for (const ask of judges) {
    const verdict = ask(outcome);
    if (verdict) return verdict;
  }
  return undefined;
}
