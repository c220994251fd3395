import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const root = path.resolve(__dirname, '../..');

// VS Code itself reports 0 here, and a suite that died half-way would look like one that passed
test('tests that end the extension host have failed', async () => {
  const launcher = spawn(
    path.join(root, 'test/vscode/bin/code'),
    [
      `--extensionDevelopmentPath=${root}`,
      `--extensionTestsPath=${path.join(root, 'test/vscode/fixtures/exits.cjs')}`,
      path.join(root, 'test/host/fixtures'),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LAUNCHER_LIMIT: '150' } },
  );
  const [stdout, stderr, status] = await Promise.all([
    text(launcher.stdout),
    text(launcher.stderr),
    new Promise(resolve => launcher.on('close', resolve)),
  ]);
  expect(stdout).toContain('about to end');
  expect(stderr).toContain('The extension host ended before the tests did.');
  expect(status).toBe(1);
});
