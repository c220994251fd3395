// Before all UI tests: installs the packaged extension, and starts VS Code's server and one browser for all of them.
// It isn't the smoke-test driver's server, which would hide notifications and dialogs.
import fs from 'node:fs';
import path from 'node:path';
import { installExtension } from '../vscode/installExtension.mjs';
import { launchBrowserServer } from '../vscode/launchBrowser.mjs';
import { startServer } from '../vscode/startServer.mjs';
import { temporaryFolder } from '../vscode/temporaryFolder.mjs';

const root = path.resolve(import.meta.dirname, '../..');

export default async function setup({ provide }) {
  const vsix = process.env.LAYERWISE_VSIX ?? path.join(root, '.vscode-test/layerwise.vsix');
  const failures = path.join(root, '.vscode-test/ui-failures');
  fs.rmSync(failures, { recursive: true, force: true });
  const profile = temporaryFolder('layerwise-ui-');
  const extensions = path.join(profile.path, 'extensions');
  installExtension(vsix, extensions);
  const server = await startServer({ userData: path.join(profile.path, 'user'), extensions });
  const browser = await launchBrowserServer();
  provide('port', server.port);
  provide('extensions', extensions);
  provide('browser', browser.wsEndpoint());
  provide('failures', failures);
  return async () => {
    await browser.close();
    server.stop();
    profile.remove();
  };
}
