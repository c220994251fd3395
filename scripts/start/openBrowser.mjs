import { spawn } from 'node:child_process';
import { killGroup } from '../../test/vscode/killGroup.mjs';

/** Opens an address in the person's browser, where there is a screen and a browser. */
export function openBrowser(address) {
  const [command, ...args] = opener();
  if (!command) return;
  console.log('Opening the browser');
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('There is no browser to open: open the address in one.'));
  // a browser that ran already took the address and the command has ended; one started here ends with the rest
  process.on('exit', () => killGroup(child, 'SIGTERM'));
}

function opener(env = process.env, platform = process.platform) {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return [];
  return env.BROWSER ? env.BROWSER.split(' ') : ['xdg-open'];
}
