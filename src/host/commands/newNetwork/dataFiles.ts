import { posix } from 'node:path';
import * as vscode from 'vscode';

const tables = ['csv', 'tsv', 'jsonl', 'ndjson', 'xlsx', 'parquet', 'arff'];
const arrays = ['npy', 'npz', 'h5', 'hdf5', 'idx', 'gz'];
/** Of files that are listed without being asked for: a .json may be anything. */
export const dataExtensions: readonly string[] = [...tables, ...arrays];
/** A text, which a network learns from by itself: there are no labels beside it. */
export const textExtensions: readonly string[] = ['txt'];
const pictures = ['png', 'jpg', 'jpeg', 'webp', 'gif'];
const left = '**/{node_modules,.layerwise,.git,.vscode}/**';

/** Data in a folder of the workspace that a network could learn from. */
export interface FoundData {
  readonly files: readonly vscode.Uri[];
  /** Folders that hold one folder of pictures for each class. */
  readonly imageFolders: readonly vscode.Uri[];
}

export async function findData(folder: vscode.Uri): Promise<FoundData> {
  const find = (extensions: readonly string[], most: number) => {
    const pattern = new vscode.RelativePattern(folder, `**/*.{${extensions.join(',')}}`);
    return vscode.workspace.findFiles(pattern, left, most);
  };
  const [files, images] = await Promise.all([
    find([...dataExtensions, ...textExtensions], 500),
    find(pictures, 5000),
  ]);
  return { files: files.sort(byPath), imageFolders: foldersOfClasses(folder, images) };
}

/** The files of data in the folder of one. */
export async function dataBeside(file: vscode.Uri): Promise<vscode.Uri[]> {
  const folder = vscode.Uri.joinPath(file, '..');
  const entries = await vscode.workspace.fs.readDirectory(folder);
  return entries
    .filter(([name]) => dataExtensions.includes(posix.extname(name).slice(1).toLowerCase()))
    .map(([name]) => vscode.Uri.joinPath(folder, name))
    .sort(byPath);
}

/** A folder counts where pictures lie in at least two folders in it. */
function foldersOfClasses(folder: vscode.Uri, images: readonly vscode.Uri[]): vscode.Uri[] {
  const classes = new Map<string, Set<string>>();
  for (const { path } of images) {
    const ofClass = posix.dirname(path);
    const parent = posix.dirname(ofClass);
    if (!parent.startsWith(folder.path)) continue;
    classes.set(parent, (classes.get(parent) ?? new Set()).add(ofClass));
  }
  return [...classes]
    .filter(([, names]) => names.size >= 2)
    .map(([path]) => folder.with({ path }))
    .sort(byPath);
}

function byPath(a: vscode.Uri, b: vscode.Uri): number {
  return a.path.localeCompare(b.path);
}
