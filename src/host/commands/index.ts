import * as vscode from 'vscode';
import type { CommandId } from '../../protocol/commands';
import { attempt } from '../attempt';
import type { Host } from '../host';
import { withTrust } from '../trust/trust';
import { askDesigner } from './askDesigner';
import type { Command } from './command';
import { evaluate } from './evaluate';
import { exportPicture } from './exportPicture';
import { newFromRun } from './newFromRun';
import { newNetwork } from './newNetwork';
import { openAsText } from './openAsText';
import { openDesigner } from './openDesigner';
import { openRuns } from './openRuns';
import { openSamples } from './openSamples';
import { openWalkthrough } from './openWalkthrough';
import { predict } from './predict';
import { liveRunCommand, runCommand } from './runCommand';

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
  'layerwise.trainOn': withTrust(runCommand('train-on')),
  'layerwise.predict': withTrust(predict),
  'layerwise.generate': withTrust(askDesigner('generate')),
  'layerwise.evaluate': withTrust(evaluate),
  'layerwise.showShapes': askDesigner('show-shapes'),
  'layerwise.findLayer': askDesigner('find'),
  'layerwise.groupLayers': askDesigner('group'),
  'layerwise.fitNetwork': askDesigner('fit'),
  'layerwise.openRuns': withTrust(openRuns),
  'layerwise.newFromRun': withTrust(newFromRun),
  'layerwise.openDesigner': openDesigner,
  'layerwise.openAsText': openAsText,
  'layerwise.freezeBefore': askDesigner('freeze-before'),
  'layerwise.unfreezeBefore': askDesigner('unfreeze-before'),
  'layerwise.exportPicture': withTrust(exportPicture),
  'layerwise.openSamples': withTrust(openSamples),
  'layerwise.openWalkthrough': openWalkthrough,
};

export function registerCommands(host: Host): vscode.Disposable {
  const register = ([id, command]: [string, Command]) =>
    vscode.commands.registerCommand(id, (argument?: unknown) =>
      attempt(host, () => command(host, uriOf(argument))),
    );
  return vscode.Disposable.from(...Object.entries(all).map(register));
}

/** VS Code gives a file as such, and in the link of a hover as its parts. */
function uriOf(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  const parts = argument as Partial<vscode.Uri> | undefined;
  return typeof parts?.scheme === 'string' && typeof parts.path === 'string'
    ? vscode.Uri.from({ ...parts, scheme: parts.scheme })
    : undefined;
}
