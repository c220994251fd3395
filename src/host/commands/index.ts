import * as vscode from 'vscode';
import type { CommandId } from '../../protocol/commands';
import type { Host } from '../host';
import type { Command } from './command';
import { exportPicture } from './exportPicture';
import { openAsText } from './openAsText';
import { openDesigner } from './openDesigner';
import { openWalkthrough } from './openWalkthrough';
import { showShapes } from './showShapes';

/** One file a command of the table in `src/protocol/commands.ts`. */
const all: { readonly [Id in CommandId]?: Command } = {
  'layerwise.showShapes': showShapes,
  'layerwise.openDesigner': openDesigner,
  'layerwise.openAsText': openAsText,
  'layerwise.exportPicture': exportPicture,
  'layerwise.openWalkthrough': openWalkthrough,
};

export function registerCommands(host: Host): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(all).map(([id, command]) =>
      vscode.commands.registerCommand(id, (argument?: unknown) =>
        command(host, argument instanceof vscode.Uri ? argument : undefined),
      ),
    ),
  );
}
