import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension, workspaceFile } from './workspace';

describe('the extension', () => {
  it('sleeps until it is needed', () => {
    assert.equal(extension().isActive, false);
  });

  it('opens a network in the designer, which wakes it', async () => {
    await vscode.commands.executeCommand('vscode.open', workspaceFile('xor.nn.json'));
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputCustom);
    assert.equal(input.viewType, 'layerwise.designer');
    assert.equal(extension().isActive, true);
  });

  it('registers every command that it contributes', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    const contributed: { command: string; category: string }[] = extension().packageJSON.contributes.commands;
    assert.ok(contributed.length > 0);
    for (const { command, category } of contributed) {
      assert.match(command, /^layerwise\./);
      assert.equal(category, 'Layerwise');
      assert.ok(registered.has(command), `${command} is contributed and not registered`);
    }
  });
});
