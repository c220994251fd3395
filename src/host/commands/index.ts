import * as vscode from 'vscode';
import type { CommandId } from '../../protocol/commands';
import { attempt } from '../attempt';
import type { Host } from '../host';
import type { Command } from './command';
import { evaluate } from './evaluate';
import { exportPicture } from './exportPicture';
import { newNetwork } from './newNetwork';
import { openAsText } from './openAsText';
import { openDesigner } from './openDesigner';
import { openRuns } from './openRuns';
import { openSamples } from './openSamples';
import { openWalkthrough } from './openWalkthrough';
import { predict } from './predict';
import { liveRunCommand, runCommand } from './runCommand';
import { showShapes } from './showShapes';

/** What each command of the table in `src/protocol/commands.ts` does. */
const all: { readonly [Id in CommandId]: Command } = {
  'layerwise.newNetwork': newNetwork,
  'layerwise.train': runCommand('start'),
  'layerwise.pause': liveRunCommand('pause', ({ state }) => state !== 'paused'),
  'layerwise.resume': runCommand('resume'),
  'layerwise.step': runCommand('step'),
  'layerwise.stop': liveRunCommand('stop', ({ live }) => live),
  'layerwise.reset': runCommand('reset'),
  'layerwise.newSeed': runCommand('new-seed'),
  'layerwise.predict': predict,
  'layerwise.evaluate': evaluate,
  'layerwise.showShapes': showShapes,
  'layerwise.openRuns': openRuns,
  'layerwise.openDesigner': openDesigner,
  'layerwise.openAsText': openAsText,
  'layerwise.exportPicture': exportPicture,
  'layerwise.openSamples': openSamples,
  'layerwise.openWalkthrough': openWalkthrough,
};

export function registerCommands(host: Host): vscode.Disposable {
  const register = ([id, command]: [string, Command]) =>
    vscode.commands.registerCommand(id, (argument?: unknown) =>
      attempt(host, () => command(host, argument instanceof vscode.Uri ? argument : undefined)),
    );
  return vscode.Disposable.from(...Object.entries(all).map(register));
}
