import type * as vscode from 'vscode';
import type { Host } from '../host';

/** What a command does. VS Code gives the file from the explorer and from an editor's title; the palette gives none. */
export type Command = (host: Host, uri?: vscode.Uri) => unknown;
