// Runs the tests that use VS Code's API inside its extension host, through @vscode/test-electron's runTests.
// VSCODE_DESKTOP=1 downloads and takes the desktop build; else it is the VS Code of test/vscode.
import fs from 'node:fs';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { temporaryFolder } from '../vscode/temporaryFolder.mjs';
import { bundleHostTests } from './bundle.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');

/** @returns {Promise<{passed: number, failed: number}>} */
export async function runHostTests() {
  const temporary = temporaryFolder('layerwise-host-');
  const workspace = path.join(temporary.path, 'workspace');
  const results = path.join(temporary.path, 'results.json');
  fs.cpSync(path.join(here, 'fixtures'), workspace, { recursive: true });
  let ok = true;
  try {
    await runTests({
      vscodeExecutablePath: process.env.VSCODE_DESKTOP ? undefined : path.join(root, 'test/vscode/bin/code'),
      extensionDevelopmentPath: root,
      extensionTestsPath: await bundleHostTests(),
      // seconds until the launcher gives up, on a machine that may be busy
      extensionTestsEnv: { LAYERWISE_RESULTS: results, LAUNCHER_LIMIT: '900' },
      launchArgs: [
        workspace,
        '--disable-extensions',
        `--user-data-dir=${path.join(temporary.path, 'user')}`,
        `--extensions-dir=${path.join(temporary.path, 'extensions')}`,
      ],
    });
  } catch (error) {
    console.error(error.message);
    ok = false;
  }
  const { passed, failed } = read(results);
  temporary.remove();
  return { passed, failed: Math.max(failed, ok && passed > 0 ? 0 : 1) };
}

function read(results) {
  try {
    return JSON.parse(fs.readFileSync(results, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 }; // the tests didn't come to their end
  }
}
