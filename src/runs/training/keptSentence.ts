import { numberText } from '../figures/numberText';
import type { RunInfo } from '../run';

/** Which weights a run means that ended after so many steps, where they aren't those of its end. */
export function keptSentence(
  { weights, best }: Pick<RunInfo, 'weights' | 'best'>,
  iteration: number,
): string | undefined {
  if (weights !== 'best' || !best || best.iteration === iteration) return undefined;
  return `The weights in use are the best ones, those after ${numberText(best.iteration)} steps.`;
}
