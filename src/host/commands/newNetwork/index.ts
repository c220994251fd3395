import { basename } from 'node:path';
import * as vscode from 'vscode';
import { dataSchema } from '../../../core/network/schema';
import { proposeHidden } from '../../../core/proposal/proposeHidden';
import { proposeNetwork } from '../../../core/proposal/proposeNetwork';
import { createAtomically } from '../../../platform/createAtomically';
import { designerViewType } from '../../../protocol/commands';
import { exists } from '../../document/exists';
import type { Host } from '../../host';
import { RequestFault } from '../../model/requestFault';
import { networkSuffix } from '../../network/networkFile';
import { isTrusted } from '../../trust/trust';
import type { Command } from '../command';
import { ask, title } from './ask';
import { askSettings } from './askSettings';
import type { WrittenData } from './writtenData';

/** Asks for the data, proposes a network that fits it, writes it and opens the designer. */
export const newNetwork: Command = async host => {
  const folder = await askFolder();
  if (!folder) return;
  const asked = await askSettings(host, folder);
  if (!asked) return;
  const facts = await factsOf(host, asked, folder);
  // pixels are 0 to 255
  const data = 'train' in asked && facts?.inputType === 'uint8' ? { ...asked, scale: 255 } : asked;
  const hidden = await ask(
    facts ? `${seen(facts.inputShape, facts.targets.classes)} Which hidden layers?` : 'Which hidden layers?',
    proposeHidden(facts).map(({ hidden, title, detail }) => ({
      label: title,
      description: detail,
      value: hidden,
    })),
  );
  if (!hidden) return;
  const file = await askName(folder, proposedName(data));
  if (!file) return;
  const name = basename(file.path, networkSuffix);
  const text = proposeNetwork(name, data, facts, hidden);
  if (isTrusted()) await write(file, text);
  const network = isTrusted() ? file : await unsaved(file, text);
  await vscode.commands.executeCommand('vscode.openWith', network, designerViewType);
};

export async function write(file: vscode.Uri, text: string): Promise<void> {
  if (file.scheme !== 'file') await vscode.workspace.fs.writeFile(file, Buffer.from(text));
  // one may have come since the name was asked for
  else if (!(await createAtomically(file.fsPath, text)))
    throw new RequestFault(`${file.fsPath} is there already: choose another name.`);
}

/** The network as a document that nobody has saved yet. */
export async function unsaved(file: vscode.Uri, text: string): Promise<vscode.Uri> {
  const uri = file.with({ scheme: 'untitled' });
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), text);
  await vscode.workspace.openTextDocument(uri);
  await vscode.workspace.applyEdit(edit);
  return uri;
}

async function askFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]!.uri;
  if (folders.length > 1) {
    return ask(
      'In which folder?',
      folders.map(({ name, uri }) => ({ label: name, value: uri })),
    );
  }
  const chosen = await vscode.window.showOpenDialog({
    title: 'Where shall the network and its data be?',
    openLabel: 'Choose Folder',
    canSelectFiles: false,
    canSelectFolders: true,
  });
  return chosen?.[0];
}

/** Undefined, after its fault was said, where the data can't be read: the network is made all the same. */
export async function factsOf({ describer }: Host, data: WrittenData, folder: vscode.Uri) {
  const read = vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Reading the data', cancellable: true },
    (_, token) => describer.describe({ settings: dataSchema.parse(data) }, folder.fsPath, token),
  );
  const report = await read;
  const [fault] = report?.faults ?? [];
  if (fault && !report?.facts) vscode.window.showWarningMessage(fault.message);
  return report?.facts;
}

/** `Examples of shape (4,) in 3 classes.` */
function seen(shape: readonly number[], classes: readonly string[] | undefined): string {
  const values = shape.length === 1 ? `${shape[0]} values` : `${shape.join(' × ')} values`;
  return `Each example is ${values}${classes ? `, in one of ${classes.length} classes` : ''}.`;
}

export function proposedName(data: WrittenData): string {
  const train = data.train as { x: string } | undefined;
  const source = String(data.generator ?? data.images ?? data.file ?? train?.x ?? 'network');
  const [file = ''] = source.split('#');
  return basename(file).replace(/\..*$/, '') || 'network';
}

export async function askName(folder: vscode.Uri, proposed: string): Promise<vscode.Uri | undefined> {
  const fileOf = (name: string) =>
    vscode.Uri.joinPath(folder, name.endsWith(networkSuffix) ? name : `${name}${networkSuffix}`);
  let value = proposed;
  for (let n = 2; await exists(fileOf(value)); n++) value = `${proposed}-${n}`;
  const name = await vscode.window.showInputBox({
    title,
    prompt: `The file’s name, which ends with ${networkSuffix}.`,
    value,
    ignoreFocusOut: true,
    async validateInput(text) {
      if (!text.trim()) return 'A name is needed.';
      if (/[\\/:*?"<>|]/.test(text)) return 'A file’s name can’t hold \\ / : * ? " < > or |.';
      return (await exists(fileOf(text.trim()))) ? `${text.trim()} is there already.` : undefined;
    },
  });
  return name === undefined ? undefined : fileOf(name.trim());
}
