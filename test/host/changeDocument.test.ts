import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { changeDocument } from '../../src/host/document/changeDocument';

const open = (content: string) => vscode.workspace.openTextDocument({ language: 'jsonc', content });

/** Writes `text` behind what is there. */
const append = (text: string) => (now: string) => [{ offset: now.length, length: 0, text }];

describe('a change of a document', () => {
  it('sees what the one before it made', async () => {
    const document = await open('');
    const changed = await Promise.all(['a', 'b', 'c'].map(text => changeDocument(document, append(text))));
    assert.deepEqual(changed, [true, true, true]);
    assert.equal(document.getText(), 'abc');
  });

  it('is made on the text as it is then, where somebody types meanwhile', async () => {
    const document = await open('');
    await vscode.window.showTextDocument(document);
    const typed: Thenable<unknown>[] = [];
    const changes = Array.from({ length: 20 }, () => {
      typed.push(vscode.commands.executeCommand('type', { text: 'x' }));
      return changeDocument(document, append('.'));
    });
    assert.ok((await Promise.all(changes)).every(Boolean));
    await Promise.all(typed);
    assert.equal(document.getText().replaceAll('x', ''), '.'.repeat(20));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('isn’t made where there is nothing to change', async () => {
    const document = await open('a');
    const { version } = document;
    assert.equal(await changeDocument(document, () => []), false);
    assert.equal(document.version, version);
  });

  it('that fails leaves those after it', async () => {
    const document = await open('');
    const failing = changeDocument(document, () => {
      throw new Error('no');
    });
    const next = changeDocument(document, append('a'));
    await assert.rejects(failing, /no/);
    assert.equal(await next, true);
  });
});
