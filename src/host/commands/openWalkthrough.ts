import * as vscode from 'vscode';
import type { Command } from './command';

export const openWalkthrough: Command = host =>
  vscode.commands.executeCommand(
    'workbench.action.openWalkthrough',
    `${host.context.extension.id}#start`,
    false,
  );
