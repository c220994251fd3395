import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, workspaceFile } from './workspace';

const { executeCommand } = vscode.commands;
const tabs = () => vscode.window.tabGroups.all.flatMap(group => group.tabs.map(({ input }) => input));
const isDesigner = (input: unknown) =>
  input instanceof vscode.TabInputCustom && input.viewType === 'layerwise.designer';

describe('the designer', () => {
  afterEach(() => executeCommand('workbench.action.closeAllEditors'));

  it('stands beside the text of the same network', async () => {
    await executeCommand('vscode.open', workspaceFile('xor.nn.json'));
    await executeCommand('layerwise.openAsText');
    const inputs = await eventually('both', () => tabs().length === 2 && tabs());
    assert.ok(inputs.some(isDesigner));
    assert.ok(inputs.some(input => input instanceof vscode.TabInputText));
    assert.equal(vscode.window.tabGroups.all.length, 2);
    // again: the text that is there is shown, no third one
    await executeCommand('layerwise.openAsText');
    assert.equal(tabs().length, 2);
  });

  it('opens from the text', async () => {
    const document = await vscode.workspace.openTextDocument(workspaceFile('xor.nn.json'));
    await vscode.window.showTextDocument(document);
    await executeCommand('layerwise.openDesigner');
    await eventually('a designer', () => tabs().some(isDesigner));
  });

  it('shows a network that is not saved yet', async () => {
    const uri = workspaceFile('unsaved.nn.json').with({ scheme: 'untitled' });
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), '{ "layers": [{ "id": "input", "type": "input" }] }');
    await vscode.workspace.applyEdit(edit);
    await executeCommand('vscode.openWith', uri, 'layerwise.designer');
    await eventually('a designer', () => tabs().some(isDesigner));
    assert.equal(document.isDirty, true);
    await executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
