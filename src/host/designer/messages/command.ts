import * as vscode from 'vscode';
import type { CommandId } from '../../../protocol/commands';
import type { FromView } from '../../../protocol/view';
import type { Answer } from './answer';

type Name = Extract<FromView, { type: 'command' }>['command'];

const ids: { readonly [N in Name]: CommandId } = {
  'open-text': 'layerwise.openAsText',
  'new-network': 'layerwise.newNetwork',
  predict: 'layerwise.predict',
  evaluate: 'layerwise.evaluate',
  'show-shapes': 'layerwise.showShapes',
  'open-runs': 'layerwise.openRuns',
  'export-picture': 'layerwise.exportPicture',
};

export const command: Answer<'command'> = ({ command }, { document }) =>
  vscode.commands.executeCommand(ids[command], document.uri);
