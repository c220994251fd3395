import { posix } from 'node:path';
import * as vscode from 'vscode';
import { defaultSplit } from '../../../core/network/defaultSplit';
import { generators } from '../../../data/generators';
import type { Host } from '../../host';
import { isTrusted } from '../../trust/trust';
import { addressIn } from './addressIn';
import { ask, type Choice, title } from './ask';
import { askArrays } from './askArrays';
import { askTarget } from './askTarget';
import { askText, isText } from './askText';
import { dataBeside, dataExtensions, findData, textExtensions } from './dataFiles';
import { separated } from './separated';
import type { WrittenData } from './writtenData';

type Asked = () => Promise<WrittenData | undefined> | WrittenData;

/**
 * Asks what the network shall learn from: files of the folder, folders of pictures, or points made by a recipe, or what `more`
 * rows give.
 */
export async function askSettings<T = never>(
  host: Host,
  folder: vscode.Uri,
  more: readonly Choice<() => T>[] = [],
): Promise<WrittenData | T | undefined> {
  const rows = sources(host, folder).then(found => [...found, ...more]);
  const chosen = await ask<Asked | (() => T)>('What shall it learn from?', rows);
  return chosen?.();
}

export async function sources(host: Host, folder: vscode.Uri): Promise<Choice<Asked>[]> {
  const { files, imageFolders } = await findData(folder);
  const address = (uri: vscode.Uri) => addressIn(folder, uri);
  const within = (uri: vscode.Uri) => posix.dirname(address(uri)).replace(/^\.$/, '');
  const fromFile = (uri: vscode.Uri) => () => askFile(host, folder, address(uri), files.map(address));
  return [
    ...separated('Files of the workspace', files, uri => ({
      label: `$(file) ${posix.basename(uri.path)}`,
      description: within(uri),
      value: fromFile(uri),
    })),
    ...separated('Folders of images, one folder a class', imageFolders, uri => ({
      label: `$(file-media) ${posix.basename(uri.path)}`,
      description: within(uri),
      value: () => ({ images: address(uri), scale: 255, split: defaultSplit }),
    })),
    ...separated('Points made by a recipe', generators, ({ name, title, summary }) => ({
      label: `$(sparkle) ${title}`,
      description: summary,
      value: () => ({ generator: name, split: defaultSplit }),
    })),
    // what is elsewhere isn't read until the workspace is trusted
    ...separated('Elsewhere', isTrusted() ? [browse] : [], value => ({
      label: '$(folder-opened) Browse…',
      description: 'A file that isn’t listed here',
      value: () => value(host, folder),
    })),
  ];
}

/** A file of whatever folder, with the others of that folder at hand for its labels. */
async function browse(host: Host, folder: vscode.Uri): Promise<WrittenData | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title,
    openLabel: 'Learn from This',
    defaultUri: folder,
    filters: { Data: [...dataExtensions, ...textExtensions], 'All Files': ['*'] },
  });
  const [file] = chosen ?? [];
  if (!file) return undefined;
  const files = await dataBeside(file);
  return askFile(
    host,
    folder,
    addressIn(folder, file),
    files.map(uri => addressIn(folder, uri)),
  );
}

async function askFile(
  { describer }: Host,
  folder: vscode.Uri,
  file: string,
  files: readonly string[],
): Promise<WrittenData | undefined> {
  if (isText(file)) {
    const asked = await askText(file);
    if (asked !== 'table') return asked;
  }
  const contents = await describer.contents(file, folder.fsPath);
  if (contents.kind === 'fault') {
    vscode.window.showErrorMessage(contents.message);
    return undefined;
  }
  return contents.kind === 'table'
    ? askTarget(file, contents.columns)
    : askArrays(describer, folder.fsPath, file, contents.arrays, files);
}
