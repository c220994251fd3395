import type * as vscode from 'vscode';
import type { OpenDesigners } from './designer/openDesigners';

/** What the features share. Made once, in `activate`. */
export interface Host {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly designers: OpenDesigners;
}
