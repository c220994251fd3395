import { watchedName } from '../figures/watchedName';
import type { Judge } from './verdict';
import { wayToWait } from './ways';

/** It stopped early, and what it goes by was best before the first step. */
export const neverBetter: Judge = outcome => {
  const { stop } = outcome;
  if (stop?.kind !== 'patience' || stop.bestAt !== 0) return undefined;
  return {
    code: 'never-better',
    message: `The ${watchedName(stop)} was never better than before the first step, and training stopped after ${stop.iteration.toLocaleString('en-US')} ${stop.iteration === 1 ? 'step' : 'steps'}: it may have had too little time to learn.`,
    fix: wayToWait(outcome),
  };
};
