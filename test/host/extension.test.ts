import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, extension, workspaceFile } from './workspace';

describe('the extension', () => {
  it('wakes by itself where the workspace holds a network or Python is opened, and nowhere else', async () => {
    await eventually('the extension to wake', () => extension().isActive);
    assert.deepEqual(extension().packageJSON.activationEvents, [
      'workspaceContains:**/*.nn.json',
      'onLanguage:python',
    ]);
  });

  it('opens a network in the designer', async () => {
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
