import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { killGroup } from '../../test/vscode/killGroup.mjs';
import { writeSettings } from '../../test/vscode/writeSettings.mjs';
import { settings } from './settings.mjs';

/**
 * Opens a folder in the desktop VS Code with the extension of this working tree, and waits until its window is
 * closed. It has a profile of its own, so that it is a process of its own, which can be ended.
 */
export async function openDesktop({ code, root, folder }) {
  console.log(`Starting VS Code (${code})`);
  const home = path.join(root, '.vscode-test/desktop');
  writeSettings(home, settings);
  const child = spawn(
    code,
    [
      '--new-window',
      '--wait',
      ...['--user-data-dir', home],
      ...['--extensions-dir', path.join(home, 'extensions')],
      `--extensionDevelopmentPath=${root}`,
      folder,
    ],
    { stdio: 'inherit', detached: true, shell: process.platform === 'win32' },
  );
  process.on('exit', () => {
    killGroup(child, 'SIGTERM');
    killMain(home);
  });
  console.log('Layerwise runs in the new window. Ctrl-C ends it, and so does closing the window.');
  const ended = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve));
  if (ended) throw new Error(`VS Code ended with ${ended}.`);
}

/** `code` starts the window's process apart from itself; that process writes its number beside the settings. */
function killMain(home) {
  try {
    const id = Number(fs.readFileSync(path.join(home, 'code.lock'), 'utf8'));
    if (id > 1) process.kill(id, 'SIGTERM');
  } catch {
    // it has ended already
  }
}
