import type * as vscode from 'vscode';
import type { RunAction as Name } from '../../../protocol/view';
import type { Host } from '../../host';
import { newSeed } from './newSeed';
import { pause } from './pause';
import { reset } from './reset';
import { resume } from './resume';
import { start } from './start';
import { step } from './step';
import { stop } from './stop';

export type RunAction = (host: Host, network: vscode.Uri) => unknown;

/** One file an action. */
export const runActions: { readonly [N in Name]: RunAction } = {
  start,
  pause,
  step,
  resume,
  stop,
  reset,
  'new-seed': newSeed,
};
