import { bestInUse } from '../bestInUse';
import { numberText } from '../figures/numberText';
import type { RunInfo } from '../run';

/** Which weights a run means that ended after so many steps, where they aren't those of its end. */
export function keptSentence(info: Pick<RunInfo, 'weights' | 'best'>, iteration: number): string | undefined {
  const best = bestInUse(info, iteration);
  return best && `The weights in use are the best ones, those after ${numberText(best.iteration)} steps.`;
}
