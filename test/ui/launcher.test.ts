import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(__dirname, '../..');

// VS Code itself reports 0 here, and a suite that died half-way would look like one that passed
test('tests that end the extension host have failed', () => {
  const { status, stdout, stderr } = spawnSync(
    path.join(root, 'test/vscode/bin/code'),
    [
      `--extensionDevelopmentPath=${root}`,
      `--extensionTestsPath=${path.join(root, 'test/vscode/fixtures/exits.cjs')}`,
      path.join(root, 'test/host/fixtures'),
    ],
    { encoding: 'utf8', env: { ...process.env, LAUNCHER_LIMIT: '50' } },
  );
  expect(stdout).toContain('about to end');
  expect(stderr).toContain('The extension host ended before the tests did.');
  expect(status).toBe(1);
});
