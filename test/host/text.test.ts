import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, workspaceFile } from './workspace';

const { executeCommand } = vscode.commands;

async function openText(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(name));
  return vscode.window.showTextDocument(document);
}

/** The position just behind the first occurrence of a text. */
function behind(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `${text} is in ${document.fileName}`);
  return document.positionAt(offset + text.length);
}

const problemsOf = (document: vscode.TextDocument) => vscode.languages.getDiagnostics(document.uri);

describe('a network as text', () => {
  afterEach(() => executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('is JSON with comments, described by a schema', async () => {
    const { document } = await openText('xor.nn.json');
    assert.equal(document.languageId, 'jsonc');
    assert.deepEqual(problemsOf(document), []);
    await eventually('VS Code to offer the types of layers', async () => {
      const { items } = await executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        behind(document, '"type": "inp'),
      );
      return items.some(({ label }) => (typeof label === 'string' ? label : label.label) === '"dense"');
    });
  });

  it('shows problems with code, exact place and source, while it is typed', async () => {
    const editor = await openText('xor.nn.json');
    const units = behind(editor.document, '"units": ');
    const digit = new vscode.Range(units, units.translate(0, 1));
    await editor.edit(edit => edit.replace(digit, '0'));
    const [problem] = await eventually('the problem', () => {
      const found = problemsOf(editor.document).filter(({ source }) => source === 'layerwise');
      return found.length > 0 && found;
    });
    assert.equal(problem!.code, 'bad-value');
    assert.equal(problem!.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(problem!.range.isEqual(digit), JSON.stringify(problem!.range));
    await executeCommand('undo');
    await eventually('no problem', () => problemsOf(editor.document).length === 0);
  });

  it('is put right by the light bulb', async () => {
    const { document } = await openText('wrong.nn.json');
    const problem = await eventually('the unknown activation', () =>
      problemsOf(document).find(({ message }) => message.includes('thanh')),
    );
    const actions = await executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
    );
    const fix = actions.find(({ title }) => title.includes('tanh'));
    assert.ok(fix, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(fix.edit!);
    assert.ok(document.getText().includes('"tanh"'));
    assert.ok(document.getText().includes('// two features'));
    await eventually(
      'one problem fewer',
      () => !problemsOf(document).some(({ message }) => message.includes('thanh')),
    );
  });

  it('says the shapes in hovers', async () => {
    const { document } = await openText('xor.nn.json');
    const hover = await eventually('the shapes of the data', async () => {
      const hovers = await executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        behind(document, '"hidden'),
      );
      const text = hovers
        .flatMap(({ contents }) => contents.map(c => (c as vscode.MarkdownString).value))
        .join('\n');
      return text.includes('= (4, 2)') && text;
    });
    assert.match(hover, /W1.*\(n_1, n_x\)|W1.*\(n_h, n_x\)/);
    assert.match(hover, /12 parameters/);
  });

  it('says the shapes beside each layer', async () => {
    const { document } = await openText('xor.nn.json');
    const hints = await eventually('the hints', async () => {
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      const found = await executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        all,
      );
      const texts = found.map(({ label }) => String(label));
      return texts.some(text => text.includes('W1 (4, 2)')) && texts;
    });
    assert.ok(hints.some(text => text.includes('W2 (1, 4)')));
  });
});
