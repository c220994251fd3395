import type { RunAction as Name } from '../../../protocol/view';
import { newSeed } from './newSeed';
import { pause } from './pause';
import { reset } from './reset';
import { resume } from './resume';
import type { RunAction } from './runAction';
import { start } from './start';
import { step } from './step';
import { stop } from './stop';
import { trainOn } from './trainOn';

/** One file an action. */
export const runActions: { readonly [N in Name]: RunAction } = {
  start,
  pause,
  step,
  resume,
  stop,
  reset,
  'new-seed': newSeed,
  'train-on': trainOn,
};
