import * as vscode from 'vscode';
import type { CommandId } from '../../protocol/commands';
import { attempt } from '../attempt';
import type { Host } from '../host';
import { withTrust } from '../trust/trust';
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
  'layerwise.train': withTrust(runCommand('start')),
  'layerwise.pause': liveRunCommand('pause', ({ state }) => state !== 'paused'),
  'layerwise.resume': withTrust(runCommand('resume')),
  'layerwise.step': withTrust(runCommand('step')),
  'layerwise.stop': liveRunCommand('stop', ({ live }) => live),
  'layerwise.reset': withTrust(runCommand('reset')),
  'layerwise.newSeed': withTrust(runCommand('new-seed')),
  'layerwise.predict': withTrust(predict),
  'layerwise.evaluate': withTrust(evaluate),
  'layerwise.showShapes': showShapes,
  'layerwise.openRuns': withTrust(openRuns),
  'layerwise.openDesigner': openDesigner,
  'layerwise.openAsText': openAsText,
  'layerwise.exportPicture': withTrust(exportPicture),
  'layerwise.openSamples': withTrust(openSamples),
  'layerwise.openWalkthrough': openWalkthrough,
};

export function registerCommands(host: Host): vscode.Disposable {
  const register = ([id, command]: [string, Command]) =>
    vscode.commands.registerCommand(id, (argument?: unknown) =>
      attempt(host, () => command(host, argument instanceof vscode.Uri ? argument : undefined)),
    );
  return vscode.Disposable.from(...Object.entries(all).map(register));
}
