import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { eventually, workspaceFile } from './workspace';

const network = (file: string) => `{
  "data": { "file": "${file}", "target": "kind" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "sgd", "iterations": 5 }
}
`;

const table = 'x1,x2,kind\n1,2,a\n2,1,b\n3,4,a\n4,3,b\n5,1,a\n';

/** The codes of the problems that VS Code shows for a network. */
const codes = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).map(({ code }) => String(code));

/** Leaves a network with its data beside it, open as text. */
async function openNetwork(name: string, csv: string): Promise<vscode.TextDocument> {
  const uri = workspaceFile(`${name}.nn.json`);
  fs.writeFileSync(uri.fsPath, network(csv));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

describe('the data of a network', () => {
  const made: string[] = [];
  const write = (name: string, text: string) => {
    fs.writeFileSync(workspaceFile(name).fsPath, text);
    made.push(name);
  };

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of made.splice(0)) fs.rmSync(workspaceFile(name).fsPath, { force: true });
  });

  it('is missed until it is there, and missed again when it goes', async () => {
    made.push('late.nn.json');
    const { uri } = await openNetwork('late', 'late.csv');
    await eventually('the missing file', () => codes(uri).includes('missing-data-file'));
    write('late.csv', table);
    await eventually('no problem', () => codes(uri).length === 0);
    fs.rmSync(workspaceFile('late.csv').fsPath);
    await eventually('the missing file', () => codes(uri).includes('missing-data-file'));
  });

  it('is forgotten when it is taken out of the text', async () => {
    write('gone.csv', table);
    made.push('gone.nn.json');
    const document = await openNetwork('gone', 'gone.csv');
    const hints = async () => {
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        all,
      );
      return found.map(({ label }) => String(label)).join(' ');
    };
    await eventually('n_x of the data', async () => (await hints()).includes('W1 (1, 2)'));
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, document.lineAt(1).rangeIncludingLineBreak);
    await vscode.workspace.applyEdit(edit);
    await eventually('n_x not to be known', async () => !(await hints()).includes('W1 (1, 2)'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is read again when it changes', async () => {
    write('changing.csv', table);
    made.push('changing.nn.json');
    const document = await openNetwork('changing', 'changing.csv');
    const shapes = async () => {
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
      );
      return hints.map(({ label }) => label).join('; ');
    };
    await eventually('the shape of W1', async () => (await shapes()).includes('W1 (1, 2)'));
    write('changing.csv', 'x0,x1,x2,kind\n7,1,2,a\n8,2,1,b\n9,3,4,a\n7,4,3,b\n8,5,1,a\n');
    await eventually('a third input', async () => (await shapes()).includes('W1 (1, 3)'));
  });

  it('offers the columns that are there', async () => {
    write('columns.csv', table.replace('kind', 'class'));
    made.push('columns.nn.json');
    const document = await openNetwork('columns', 'columns.csv');
    const problem = await eventually('the missing column', () =>
      vscode.languages.getDiagnostics(document.uri).find(({ code }) => code === 'missing-column'),
    );
    assert.equal(document.getText(problem.range), '"kind"');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
    );
    const fix = actions.find(({ title }) => title.includes('class'));
    assert.ok(fix, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(fix.edit!);
    await eventually('no problem', () => codes(document.uri).length === 0);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
