import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { addressIn } from '../../src/host/commands/newNetwork/addressIn';
import { networkRows } from '../../src/host/commands/newNetwork/askNetwork';
import { sources } from '../../src/host/commands/newNetwork/askSettings';
import { dataBeside } from '../../src/host/commands/newNetwork/dataFiles';
import type { Host } from '../../src/host/host';
import { workspaceFile } from './workspace';

describe('what a new network may learn from', () => {
  const made = workspaceFile('new-network');
  const write = (...names: string[]) => {
    const file = path.join(made.fsPath, ...names);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, '');
  };

  before(() => {
    write('leaves', 'oak', 'a.png');
    write('leaves', 'elm', 'b.png');
    write('tables', 'trees.csv');
    write('tables', 'trees.npy');
    write('tables', 'notes.txt');
  });
  after(() => fs.rmSync(made.fsPath, { recursive: true }));

  it('is listed by its name and the folder that it is in, once each, and Browse… at the end', async () => {
    // a choice asks the host only when it is taken
    const rows = await sources({} as Host, made);
    const told = rows
      .filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator)
      .map(({ label, description }) => `${label} | ${description}`);
    assert.deepEqual(told.slice(0, 4), [
      '$(file) notes.txt | tables',
      '$(file) trees.csv | tables',
      '$(file) trees.npy | tables',
      '$(file-media) leaves | ',
    ]);
    assert.equal(told.at(-1), '$(folder-opened) Browse… | A file that isn’t listed here');
  });

  it('is named from the network’s folder, or from the root where it lies elsewhere', async () => {
    const beside = await dataBeside(vscode.Uri.joinPath(made, 'tables', 'trees.csv'));
    assert.deepEqual(
      beside.map(uri => addressIn(made, uri)),
      ['tables/trees.csv', 'tables/trees.npy'],
    );
    const elsewhere = vscode.Uri.joinPath(made, 'tables', 'trees.csv');
    assert.equal(addressIn(vscode.Uri.joinPath(made, 'leaves'), elsewhere), elsewhere.fsPath);
    assert.equal(addressIn(made, vscode.Uri.joinPath(made, '..elm.csv')), '..elm.csv');
    assert.equal(addressIn(made, made), '.');
  });
});

describe('the networks to choose from', () => {
  const leaves = {
    inputShape: [28, 28, 1],
    inputType: 'uint8',
    examples: { train: 90, test: 10 },
    targets: { n: 1, classes: ['elm', 'oak'], binary: true, oneHot: false },
    choices: [],
  };
  const headings = (rows: readonly vscode.QuickPickItem[]) =>
    rows.filter(({ kind }) => kind === vscode.QuickPickItemKind.Separator).map(({ label }) => label);

  it('are layers for the data, then known networks, each with what was fitted or why it doesn’t fit', () => {
    const rows = networkRows({ images: 'leaves' }, leaves);
    assert.deepEqual(headings(rows), ['For these data', 'Known networks']);
    const detail = (label: string) => rows.find(row => row.label === label)?.detail;
    assert.equal(
      detail('$(symbol-structure) LeNet-5'),
      'Published with 61,706 parameters. Here the last layer gives 1 answer by sigmoid.',
    );
    assert.match(detail('$(circle-slash) AlexNet') ?? '', /^AlexNet needs pictures of at least 63 × 63/);
  });

  it('go on with the one that was chosen, once the pictures are to be scaled for it', async () => {
    const rows = networkRows({ images: 'leaves' }, leaves);
    const alexnet = rows.find(({ label }) => label === '$(circle-slash) AlexNet')!;
    const { window } = vscode;
    const { showInformationMessage, showQuickPick } = window;
    const said: string[] = [];
    try {
      const press = (message: string, _options: object, ...buttons: string[]) => {
        said.push(message);
        return Promise.resolve(buttons.at(-1));
      };
      const askAgain = () => Promise.reject(new Error('the list came again'));
      Object.assign(window, { showInformationMessage: press, showQuickPick: askAgain });
      const chosen = await alexnet.value();
      assert.equal(chosen?.title, 'AlexNet');
      assert.match(chosen?.text('leaves') ?? '', /"images": "leaves", "size": \[63, 63\]/);
    } finally {
      Object.assign(window, { showInformationMessage, showQuickPick });
    }
    assert.equal(said.length, 1);
  });

  it('hold no known one for what shows no picture, and say so once', () => {
    const rows = networkRows({ file: 'trees.csv' }, { ...leaves, inputShape: [4], inputType: 'float64' });
    const at = rows.findIndex(({ label }) => label === 'Known networks');
    assert.deepEqual(
      rows.slice(at + 1).map(({ label, detail }) => `${label}: ${detail}`),
      [
        '$(circle-slash) For pictures only: The known networks look at pictures, but an example of these data is 4 values.',
      ],
    );
  });

  it('are the known ones as published, where there are no data', async () => {
    const rows = networkRows(undefined, undefined);
    assert.deepEqual(headings(rows), ['Known networks']);
    const lenet = rows.find(({ label }) => label.endsWith('LeNet-5'));
    assert.equal(lenet?.detail, '61,706 parameters, as published.');
    const chosen = await lenet?.value();
    assert.match(
      chosen?.text('digits') ?? '',
      /"name": "digits",\n {2}"layers": \[\n.*"shape": \[28, 28, 1\]/,
    );
  });
});
