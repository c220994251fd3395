import { basename } from 'node:path';
import * as vscode from 'vscode';
import { dataSchema } from '../../../core/network/schema';
import { createAtomically } from '../../../platform/createAtomically';
import { designerViewType } from '../../../protocol/commands';
import { exists } from '../../document/exists';
import type { Host } from '../../host';
import { RequestFault } from '../../model/requestFault';
import { networkSuffix } from '../../network/networkFile';
import { isTrusted } from '../../trust/trust';
import type { Command } from '../command';
import { ask, title } from './ask';
import { askNetwork } from './askNetwork';
import { askSettings } from './askSettings';
import { askTextColumn } from './askTextColumn';
import { separated } from './separated';
import type { WrittenData } from './writtenData';

/** Asks for the data, proposes a network that fits it, writes it and opens the designer. */
export const newNetwork: Command = async host => {
  const folder = await askFolder();
  if (!folder) return;
  const asked = await askSettings(host, folder, noneYet);
  if (!asked) return;
  const { data, facts } = asked === 'none-yet' ? {} : await known(host, asked, folder);
  const chosen = await askNetwork(data, facts);
  if (!chosen) return;
  const file = await askName(folder, data ? proposedName(data) : fileName(chosen.title ?? 'network'));
  if (!file) return;
  const text = chosen.text(basename(file.path, networkSuffix));
  if (isTrusted()) await write(file, text);
  const network = isTrusted() ? file : await unsaved(file, text);
  await vscode.commands.executeCommand('vscode.openWith', network, designerViewType);
};

const noneYet = separated('No data yet', ['none-yet'] as const, value => ({
  label: '$(symbol-structure) A known network',
  description: 'LeNet-5, AlexNet, VGG-16, ResNet … as published, to look at',
  value: () => value,
}));

/** The data with what is known of them. */
export async function known(host: Host, asked: WrittenData, folder: vscode.Uri) {
  const found = await factsOf(host, asked, folder);
  const text = found?.leftOutText;
  const chosen = text === undefined ? undefined : await askTextColumn(asked, text);
  if (chosen) return { data: chosen, facts: await factsOf(host, chosen, folder) };
  const facts = found;
  // pixels are 0 to 255
  const data = 'train' in asked && facts?.inputType === 'uint8' ? { ...asked, scale: 255 } : asked;
  return { data, facts };
}

export async function write(file: vscode.Uri, text: string): Promise<void> {
  if (file.scheme !== 'file') await vscode.workspace.fs.writeFile(file, Buffer.from(text));
  // one may have come since the name was asked for
  else if (!(await createAtomically(file.fsPath, text)))
    throw new RequestFault(`${file.fsPath} is there already: choose another name.`);
}

/** The network as a document that nobody has saved yet. */
async function unsaved(file: vscode.Uri, text: string): Promise<vscode.Uri> {
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
async function factsOf({ describer }: Host, data: WrittenData, folder: vscode.Uri) {
  const read = vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Reading the data', cancellable: true },
    (_, token) => describer.describe({ settings: dataSchema.parse(data) }, folder.fsPath, token),
  );
  const report = await read;
  const [fault] = report?.faults ?? [];
  if (fault && !report?.facts) vscode.window.showWarningMessage(fault.message);
  return report?.facts;
}

export function proposedName(data: WrittenData): string {
  const train = data.train as { x: string } | undefined;
  const source = String(data.generator ?? data.images ?? data.text ?? data.file ?? train?.x ?? 'network');
  const [file = ''] = source.split('#');
  return basename(file).replace(/\..*$/, '') || 'network';
}

/** `U-Net (small)` as `u-net-small`. */
const fileName = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/-$/, '');

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
