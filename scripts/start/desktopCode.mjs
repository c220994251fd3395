import fs from 'node:fs';
import path from 'node:path';

/** The desktop VS Code's `code` on PATH, if there is one. */
export function desktopCode(env = process.env) {
  // in a terminal of VS Code over SSH, in a container or in a browser, `code` opens in the window that is there
  if (env.VSCODE_IPC_HOOK_CLI) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  return (env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map(folder => path.join(folder, name))
    .find(isProgram);
}

function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
