import { randomBytes } from 'node:crypto';
import net from 'node:net';
import path from 'node:path';
import { linkExtension } from '../../test/vscode/linkExtension.mjs';
import { startServer } from '../../test/vscode/startServer.mjs';
import { openBrowser } from './openBrowser.mjs';
import { settings } from './settings.mjs';

/** The same port each time where it is free, because a browser keeps the window's state by address. */
const PORT = 8137;

/** Opens a folder in VS Code's server with the extension of this working tree, and waits until the server ends. */
export async function openServer({ root, folder, port, browser }) {
  if (port !== undefined && !(await isFree(port))) throw new Error(`Port ${port} is taken.`);
  console.log("Starting VS Code's server");
  const home = path.join(root, '.vscode-test/start');
  const extensions = path.join(home, 'extensions');
  linkExtension(root, extensions);
  const token = randomBytes(16).toString('hex');
  const server = await startServer({
    userData: path.join(home, 'user'),
    extensions,
    port: port ?? ((await isFree(PORT)) ? PORT : 0),
    token,
    settings,
    args: ['--default-folder', folder],
  });
  const address = `http://127.0.0.1:${server.port}/?tkn=${token}`;
  console.log(`Layerwise runs at ${address}`);
  if (browser) openBrowser(address);
  console.log('Ctrl-C ends it.');
  await new Promise((_, reject) => {
    server.process.on('exit', code => reject(new Error(`VS Code's server ended with ${code}.`)));
  });
}

function isFree(port) {
  return new Promise(resolve => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
