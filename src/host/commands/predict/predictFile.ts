import { dirname, join, parse } from 'node:path';
import * as vscode from 'vscode';
import { counted } from '../../../data/sentence';
import { folderOf } from '../../data/folderOf';
import type { Host } from '../../host';
import { trainedRun } from '../../model/trainedRun';
import { trainerRequest } from '../../model/trainerRequest';
import type { PredictSource } from './predictSource';
import { sayPrediction } from './sayPrediction';

const images = ['png', 'jpg', 'jpeg', 'webp', 'gif'];

export const predictFile: PredictSource = {
  label: '$(file) A file',
  description: 'an image, or a table whose predictions are written beside it',
  async run(host, network) {
    const folder = folderOf(network);
    const chosen = await vscode.window.showOpenDialog({
      title: 'Predict on a file',
      openLabel: 'Predict',
      defaultUri: folder ? vscode.Uri.file(folder) : undefined,
      filters: {
        'Data and images': [
          'csv',
          'tsv',
          'json',
          'jsonl',
          'xlsx',
          'parquet',
          'arff',
          'txt',
          'npy',
          'npz',
          'h5',
          'hdf5',
          'gz',
          ...images,
        ],
        'All files': ['*'],
      },
    });
    const file = chosen?.[0]?.fsPath;
    if (!file) return;
    const isImage = images.some(extension => file.toLowerCase().endsWith(`.${extension}`));
    if (isImage) await sayPrediction(host, network, { kind: 'file', path: file });
    else await predictAll(host, network, file);
  },
};

/** Sentences about the rows that a message has room for. */
const mostNotes = 3;

/** Every row of a table or an array, into a CSV beside it. */
async function predictAll(host: Host, network: vscode.Uri, input: string): Promise<void> {
  const info = await trainedRun(host, network);
  if (!info) return;
  const output = join(dirname(input), `${parse(input).name}.predictions.csv`);
  const request = { type: 'predict-file', run: info.folder, input, output } as const;
  const done = await trainerRequest(host, `Predicting ${parse(input).base}`, 'predicted-file', request);
  if (!done) return;
  const file = vscode.Uri.file(done.output);
  const rows = counted(done.rows, 'row');
  const open = 'Open';
  const notes = done.notes.slice(0, mostNotes).map(note => ` ${note}`);
  const message = `Predicted ${rows} into ${vscode.workspace.asRelativePath(file)}.${notes.join('')}`;
  if ((await vscode.window.showInformationMessage(message, open)) === open) {
    await vscode.commands.executeCommand('vscode.open', file);
  }
}
