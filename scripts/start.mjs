// npm start: installs what is missing, builds, and opens the sample workspace with the extension running, in the
// desktop VS Code where `code` is on PATH, else in VS Code's server on 127.0.0.1. Ctrl-C ends all that it started.
//
//   npm start -- --no-browser     prints the address only
//   npm start -- --port 8080      the server's port (else 8137, or a free one where that is taken)
//   npm start -- --server         the server, even where there is a desktop `code`
import path from 'node:path';
import { parseArgs } from 'node:util';
import { endOnSignals } from '../test/vscode/endOnSignals.mjs';
import { installTools, installVscode } from './install.mjs';
import { buildOnce } from './start/buildOnce.mjs';
import { desktopCode } from './start/desktopCode.mjs';
import { sampleWorkspace } from './start/sampleWorkspace.mjs';

const root = path.dirname(import.meta.dirname);

endOnSignals(signal => console.log(signal === 'SIGINT' ? '\nEnding' : `Ending (${signal})`));
try {
  await start(options());
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

async function start({ port, browser, desktop }) {
  await installTools();
  if (!desktop) await installVscode();
  await buildOnce(root);
  const folder = sampleWorkspace(root);
  if (desktop) {
    const { openDesktop } = await import('./start/openDesktop.mjs');
    await openDesktop({ code: desktop, root, folder });
  } else {
    const { openServer } = await import('./start/openServer.mjs');
    await openServer({ root, folder, port, browser });
  }
}

function options() {
  const { values } = parseArgs({
    options: {
      'no-browser': { type: 'boolean', default: false },
      server: { type: 'boolean', default: false },
      port: { type: 'string' },
    },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Error(`--port ${values.port}: a port is a whole number from 1 to 65535.`);
  }
  return { port, browser: !values['no-browser'], desktop: values.server ? undefined : desktopCode() };
}
