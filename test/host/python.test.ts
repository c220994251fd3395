import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually, workspaceFile } from './workspace';

const { executeCommand } = vscode.commands;

const wrong = `import numpy as np

W = np.zeros((4, 2))
X = np.zeros((3, 400))
Z = np.dot(W, X)
`;

/** An .npy file of zeros in float64. */
function npy(...shape: number[]): Buffer {
  const header = `{'descr': '<f8', 'fortran_order': False, 'shape': (${shape.join(', ')},), }`;
  const padded = `${header.padEnd(64 * Math.ceil((header.length + 11) / 64) - 11)}\n`;
  const start = Buffer.from([0x93, ...Buffer.from('NUMPY'), 1, 0, padded.length & 255, padded.length >> 8]);
  const values = Buffer.alloc(8 * shape.reduce((product, size) => product * size, 1));
  return Buffer.concat([start, Buffer.from(padded), values]);
}

const problemsOf = (document: vscode.TextDocument) =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'layerwise');

const codesOf = (document: vscode.TextDocument) => problemsOf(document).map(({ code }) => String(code));

/** The place of the n-th occurrence of a text. */
function at(document: vscode.TextDocument, text: string, n = 0): vscode.Position {
  let offset = -1;
  for (let i = 0; i <= n; i++) offset = document.getText().indexOf(text, offset + 1);
  assert.notEqual(offset, -1, `${text} is in ${document.fileName}`);
  return document.positionAt(offset);
}

async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers.flatMap(({ contents }) => contents.map(c => (c as vscode.MarkdownString).value)).join('\n');
}

async function hintTexts(document: vscode.TextDocument): Promise<string[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    all,
  );
  return hints.map(({ label, position }) => `${position.line + 1}${label}`);
}

async function lensesOf(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  const lenses = await executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
  return lenses.filter(({ command }) => command?.title === 'Open in designer');
}

/** The processes that check Python for this window. */
function checkers(): number[] {
  return execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map(line => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .flatMap(row =>
      row && Number(row[2]) === process.pid ? [{ pid: Number(row[1]), command: row[3]! }] : [],
    )
    .filter(({ command }) => command.includes('pythonChecker.js'))
    .map(({ pid }) => pid);
}

describe('a Python program', () => {
  const made: string[] = [];

  function write(name: string, content: string | Buffer): vscode.Uri {
    const uri = workspaceFile(name);
    fs.writeFileSync(uri.fsPath, content);
    made.push(name);
    return uri;
  }

  async function open(name: string, text: string): Promise<vscode.TextEditor> {
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(write(name, text)));
  }

  const set = (setting: string, value: unknown) =>
    vscode.workspace
      .getConfiguration('layerwise.python')
      .update(setting, value, vscode.ConfigurationTarget.Global);

  afterEach(async () => {
    for (const setting of ['enable', 'severity', 'inlayHints']) await set(setting, undefined);
    await executeCommand('workbench.action.revertAndCloseActiveEditor');
    await executeCommand('workbench.action.closeAllEditors');
    for (const name of made.splice(0)) fs.rmSync(workspaceFile(name).fsPath, { force: true });
  });

  it('shows its problems, with the places that the sizes come from', async () => {
    const { document } = await open('wrong.py', wrong);
    const [problem] = await eventually(
      'the problem',
      () => problemsOf(document).length > 0 && problemsOf(document),
    );
    assert.equal(problem!.code, 'shape-mismatch');
    assert.equal(problem!.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(document.getText(problem!.range), 'np.dot(W, X)');
    const related = problem!.relatedInformation!.map(
      ({ message, location }) => `${location.range.start.line + 1}: ${message}`,
    );
    assert.deepEqual(related, ['3: W is (4, 2)', '4: X is (3, 400)']);
  });

  it('is checked again while it is typed, saved or not', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'python', content: wrong });
    const editor = await vscode.window.showTextDocument(document);
    await eventually('the problem', () => codesOf(document).includes('shape-mismatch'));
    const three = at(document, '3, 400');
    await editor.edit(edit => edit.replace(new vscode.Range(three, three.translate(0, 1)), '2'));
    await eventually('no problem', () => problemsOf(document).length === 0);
  });

  it('is put right by the light bulb, or the problem is ignored', async () => {
    const { document } = await open('fixed.py', wrong.replace('(3, 400)', '(400, 2)'));
    const problem = await eventually('the problem', () => problemsOf(document)[0]);
    const actions = await executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
    );
    const titles = actions.map(({ title }) => title);
    const transpose = actions.find(({ title }) => title === 'Transpose: X.T');
    const ignore = actions.find(({ title }) => title === 'Ignore shape-mismatch on this line');
    assert.ok(transpose && ignore, titles.join(', '));
    assert.ok(titles.indexOf(transpose.title) < titles.indexOf(ignore.title));
    await vscode.workspace.applyEdit(ignore.edit!);
    assert.match(document.getText(), /Z = np\.dot\(W, X\) {2}# layerwise: ignore\[shape-mismatch\]\n/);
    await eventually('no problem', () => problemsOf(document).length === 0);
    await executeCommand('undo');
    await eventually('the problem', () => problemsOf(document).length === 1);
    await vscode.workspace.applyEdit(transpose.edit!);
    assert.match(document.getText(), /np\.dot\(W, X\.T\)/);
    await eventually('no problem', () => problemsOf(document).length === 0);
  });

  it('says in a hover what an expression is, and why', async () => {
    const { document } = await open('hover.py', wrong.replace('(3, 400)', '(2, 400)'));
    const hover = await hoverText(document, at(document, 'dot'));
    assert.match(hover, /np\.dot\(W, X\): \(4, 400\)/);
    assert.match(hover, /`W: \(4, 2\) float64`, from \[line 3\]\(file:.*hover\.py#L3%2C1\)/);
    assert.match(await hoverText(document, at(document, 'X', 1)), /X: \(2, 400\) float64/);
  });

  it('shows the shapes of what is assigned to, as the setting says', async () => {
    const { document } = await open('hints.py', wrong.replace('(3, 400)', '(2, 400)'));
    assert.deepEqual(await hintTexts(document), ['3: (4, 2)', '4: (2, 400)', '5: (4, 400)']);
    await set('inlayHints', 'all');
    await eventually('more hints', async () => (await hintTexts(document)).length >= 3);
    await set('inlayHints', 'off');
    await eventually('no hints', async () => (await hintTexts(document)).length === 0);
  });

  it('follows the settings: another severity, none, no check at all', async () => {
    const { document } = await open('settings.py', wrong);
    const severity = () => problemsOf(document)[0]?.severity;
    await eventually('an error', () => severity() === vscode.DiagnosticSeverity.Error);
    await set('severity', { 'shape-mismatch': 'information' });
    await eventually('an information', () => severity() === vscode.DiagnosticSeverity.Information);
    await set('severity', { 'shape-mismatch': 'off' });
    await eventually('none', () => problemsOf(document).length === 0);
    await set('severity', undefined);
    await eventually('an error', () => severity() === vscode.DiagnosticSeverity.Error);
    await set('enable', false);
    await eventually('none', () => problemsOf(document).length === 0);
    assert.deepEqual(await hintTexts(document), []);
    await set('enable', true);
    await eventually('an error', () => severity() === vscode.DiagnosticSeverity.Error);
  });

  it('is checked against the data files of the workspace, as they are now', async () => {
    write('x.npy', npy(2, 400));
    const { document } = await open('files.py', wrong.replace('np.zeros((3, 400))', 'np.load("x.npy")'));
    await eventually('the shape of the file', async () =>
      (await hintTexts(document)).includes('4: (2, 400)'),
    );
    assert.deepEqual(problemsOf(document), []);
    write('x.npy', npy(5, 400));
    await eventually('the problem', () => codesOf(document).includes('shape-mismatch'));
  });

  it('is checked by a process that is there while Python is open, and started anew where it ended', async () => {
    const { document } = await open('process.py', wrong);
    await eventually('the problem', () => codesOf(document).includes('shape-mismatch'));
    const [pid] = checkers();
    assert.ok(pid);
    process.kill(pid, 'SIGKILL');
    await eventually('another process', () => checkers().length === 1 && !checkers().includes(pid));
    assert.deepEqual(codesOf(document), ['shape-mismatch']);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(5, 0), 'Z = np.dot(X, W)\n');
    await vscode.workspace.applyEdit(edit);
    await eventually('the second problem', () => codesOf(document).length === 2);
    assert.deepEqual(await hintTexts(document), ['3: (4, 2)', '4: (3, 400)']);
    // closed documents stay with VS Code for a while, so all are let go of otherwise
    await set('enable', false);
    await eventually('the process to end', () => checkers().length === 0);
  });

  it('whose check takes too long is left alone until the next key', async () => {
    const { document } = await open('stopped.py', wrong);
    await eventually('the problem', () => codesOf(document).includes('shape-mismatch'));
    const [pid] = checkers();
    assert.ok(pid);
    process.kill(pid, 'SIGSTOP');
    const type = async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(5, 0), 'Z = np.dot(X, W)\n');
      await vscode.workspace.applyEdit(edit);
    };
    await type();
    await eventually('the process to be ended', () => !checkers().includes(pid));
    assert.equal(codesOf(document).length, 1);
    await type();
    await eventually('the newest problems', () => codesOf(document).length === 3);
  });

  it('gets nothing read outside of the workspace', async () => {
    const outside = fs.mkdtempSync(path.join(os.tmpdir(), 'layerwise-outside-'));
    try {
      fs.writeFileSync(path.join(outside, 'x.npy'), npy(3, 400));
      write('inside.npy', npy(2, 400));
      const relative = path.relative(
        path.dirname(workspaceFile('x.npy').fsPath),
        path.join(outside, 'x.npy'),
      );
      const { document } = await open(
        'outside.py',
        `import numpy as np
a = np.load(${JSON.stringify(path.join(outside, 'x.npy'))})
b = np.load(${JSON.stringify(relative)})
c = np.load("inside.npy")
`,
      );
      // files are read in the order they are named in
      await eventually('the file inside', async () => (await hintTexts(document)).length > 0);
      assert.deepEqual(await hintTexts(document), ['4: (2, 400)']);
    } finally {
      fs.rmSync(outside, { recursive: true });
    }
  });

  it('in a notebook is one of all its cells, each with its own marks', async () => {
    const code = (text: string) => new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'python');
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([
        code('%matplotlib inline\nimport numpy as np\nW = np.zeros((4, 2))'),
        new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, '# Data', 'markdown'),
        code('X = np.zeros((3, 400))'),
        code('\nZ = np.dot(W, X)'),
      ]),
    );
    await vscode.window.showNotebookDocument(notebook);
    const [first, , third, last] = notebook.getCells().map(({ document }) => document);
    const [problem] = await eventually(
      'the problem',
      () => problemsOf(last!).length > 0 && problemsOf(last!),
    );
    assert.equal(last!.getText(problem!.range), 'np.dot(W, X)');
    assert.deepEqual(
      problem!.relatedInformation!.map(({ location }) => [
        location.uri.toString(),
        location.range.start.line,
      ]),
      [
        [first!.uri.toString(), 2],
        [third!.uri.toString(), 0],
      ],
    );
    assert.deepEqual(problemsOf(first!), []);
    assert.deepEqual(await hintTexts(third!), ['1: (3, 400)']);
    assert.match(await hoverText(last!, at(last!, 'W')), /W: \(4, 2\) float64[\s\S]*From cell 1, line 3/);
    const edit = new vscode.WorkspaceEdit();
    const three = at(third!, '3');
    edit.replace(third!.uri, new vscode.Range(three, three.translate(0, 1)), '2');
    await vscode.workspace.applyEdit(edit);
    await eventually('no problem', () => problemsOf(last!).length === 0);
  });

  it('opens its models in the designer, unsaved', async () => {
    const { document } = await open(
      'model.py',
      `from tensorflow.keras import Sequential
from tensorflow.keras.layers import Dense

classifier = Sequential([
    Dense(5, activation="relu", input_shape=(3,)),
    Dense(1, activation="sigmoid"),
])
`,
    );
    const [lens] = await lensesOf(document);
    assert.equal(lens?.range.start.line, 3);
    await executeCommand(lens.command!.command, ...lens.command!.arguments!);
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    assert.ok(tab?.input instanceof vscode.TabInputCustom);
    assert.equal(tab.input.viewType, 'layerwise.designer');
    assert.equal(tab.input.uri.scheme, 'untitled');
    assert.match(tab.input.uri.path, /\/classifier\.nn\.json$/);
    const network = await vscode.workspace.openTextDocument(tab.input.uri);
    assert.ok(network.isDirty);
    assert.match(network.getText(), /"type": "dense", "units": 5, "activation": "relu"/);
    assert.equal(fs.existsSync(workspaceFile('classifier.nn.json').fsPath), false);
    assert.deepEqual(vscode.languages.getDiagnostics(network.uri), []);
  });
});
