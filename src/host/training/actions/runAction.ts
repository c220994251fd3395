import type * as vscode from 'vscode';
import type { Host } from '../../host';

/** What is done to the run of a network. */
export type RunAction = (host: Host, network: vscode.Uri) => unknown;
