// node launch.mjs FOLDER RESULT: runs inVscode.cjs in the extension host of a fresh VS Code.
import path from 'node:path';
import { runTests } from '@vscode/test-electron';

const root = path.resolve(import.meta.dirname, '../../..');
const [folder, result] = process.argv.slice(2);
await runTests({
  vscodeExecutablePath: path.join(root, 'test/vscode/bin/code'),
  extensionDevelopmentPath: root,
  extensionTestsPath: path.join(import.meta.dirname, 'inVscode.cjs'),
  extensionTestsEnv: { LAYERWISE_ACTIVATION: result },
  launchArgs: [
    '--disable-extensions',
    `--user-data-dir=${path.join(folder, 'user')}`,
    `--extensions-dir=${path.join(folder, 'extensions')}`,
  ],
});
