import * as vscode from 'vscode';
import type { FromView } from '../../../protocol/view';
import { manageTrust } from '../../trust/trust';
import type { Answer } from './answer';

type Name = Extract<FromView, { type: 'command' }>['command'];

const ids: { readonly [N in Name]: string } = {
  'open-text': 'layerwise.openAsText',
  'new-network': 'layerwise.newNetwork',
  predict: 'layerwise.predict',
  evaluate: 'layerwise.evaluate',
  'show-shapes': 'layerwise.showShapes',
  'open-runs': 'layerwise.openRuns',
  'export-picture': 'layerwise.exportPicture',
  'manage-trust': manageTrust,
};

export const command: Answer<'command'> = ({ command }, { document }) =>
  vscode.commands.executeCommand(ids[command], document.uri);
