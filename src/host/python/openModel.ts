import { basename } from 'node:path';
import * as vscode from 'vscode';
import { designerViewType } from '../../protocol/commands';
import type { Model } from '../../python/models/model';
import { networkOf } from '../../python/models/networkOf';
import { exists } from '../document/exists';
import { networkSuffix } from '../network/networkFile';
import type { ProgramText } from './programText';

/** Opens the network of a model beside its program, unsaved; where it can't be drawn, says why and where. */
export async function openModel(program: vscode.Uri, text: ProgramText, model: Model): Promise<void> {
  const network = networkOf(model, basename(program.path));
  if ('fault' in network) {
    const place = text.placeOf(network.span);
    const line = place ? ` (line ${place.range.start.line + 1})` : '';
    const show = 'Show';
    const chosen = await vscode.window.showInformationMessage(
      `${network.fault}${line}`,
      ...(place ? [show] : []),
    );
    if (place && chosen === show) {
      await vscode.window.showTextDocument(place.document, { selection: place.range });
    }
    return;
  }
  const uri = await unsaved(program, model.name);
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, document.positionAt(0), network.text);
  await vscode.workspace.applyEdit(edit);
  await vscode.commands.executeCommand('vscode.openWith', uri, designerViewType, vscode.ViewColumn.Beside);
}

/** A name beside the program that neither a file nor an open document has. */
async function unsaved(program: vscode.Uri, name: string): Promise<vscode.Uri> {
  const folder =
    program.scheme === 'untitled'
      ? vscode.workspace.workspaceFolders?.[0]?.uri
      : vscode.Uri.joinPath(program, '..');
  for (let n = 1; ; n++) {
    const file = `${name}${n === 1 ? '' : `-${n}`}${networkSuffix}`;
    const place = folder && vscode.Uri.joinPath(folder, file);
    const uri =
      place?.with({ scheme: 'untitled', query: '' }) ?? vscode.Uri.from({ scheme: 'untitled', path: file });
    const open = vscode.workspace.textDocuments.some(({ uri: other }) => other.toString() === uri.toString());
    if (!open && !(place && (await exists(place)))) return uri;
  }
}
