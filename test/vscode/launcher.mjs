// Takes the command line that @vscode/test-electron's runTests gives to VS Code, runs those tests in the extension
// host of VS Code's server, prints what they print and ends with their exit code.
//
//   LAUNCHER_LIMIT=300   seconds until it gives up
//   LAUNCHER_VERBOSE=1   prints the workbench's log too
import path from 'node:path';
import { format } from 'node:util';
import { absolute, commandLine } from './commandLine.mjs';
import { endOnSignals } from './endOnSignals.mjs';
import { launchBrowser } from './launchBrowser.mjs';
import { startServer } from './startServer.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';
import { testOutput } from './testOutput.mjs';
import { remoteUri, workbenchAddress } from './workbenchAddress.mjs';

const verbose = Boolean(process.env.LAUNCHER_VERBOSE);
const limit = Number(process.env.LAUNCHER_LIMIT ?? 300);
const cleanups = [];
endOnSignals();

let code = 1;
try {
  code = await Promise.race([run(commandLine(process.argv.slice(2))), timeout()]);
} catch (error) {
  console.error(error.stack ?? String(error));
}
for (const cleanup of cleanups.reverse()) await cleanup();
process.exit(code);

async function run({ flag, has, paths }) {
  const temporary = temporaryFolder('layerwise-tests-');
  cleanups.push(temporary.remove);
  const output = await testOutput(path.join(temporary.path, 'output'));

  const userData = flag('user-data-dir');
  const extensions = flag('extensions-dir');
  const server = await startServer({
    userData: userData && absolute(userData),
    extensions: extensions && absolute(extensions),
    args: ['--enable-smoke-test-driver'], // with it, the workbench tells how the tests ended
    env: {
      ...process.env,
      LAYERWISE_OUTPUT: output.socket,
      LAYERWISE_TESTS: absolute(flag('extensionTestsPath')),
    },
  });
  cleanups.push(server.stop);

  const browser = await launchBrowser();
  cleanups.push(() => Promise.race([browser.close(), seconds(3)]));
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.on('dialog', dialog => dialog.dismiss().catch(() => {}));

  const ended = settleLater();
  server.process.on('exit', code => ended.reject(new Error(`VS Code's server ended with ${code}`)));
  browser.on('disconnected', () => ended.reject(new Error('the browser went away')));
  page.on('crash', () => ended.reject(new Error('the page crashed')));

  // the workbench calls these two while it runs tests; its log matters only where the tests never began
  const log = [];
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const line = `${type} ${format(...args)}`;
    if (verbose) console.error(line);
    else if (log.length < 500) log.push(line);
  });
  await page.exposeFunction('codeAutomationExit', code => ended.resolve(code));

  const relay = path.join(import.meta.dirname, 'relay.cjs');
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ['extensionDevelopmentPath', remoteUri(server.port, absolute(flag('extensionDevelopmentPath')))],
    ['extensionTestsPath', remoteUri(server.port, relay)],
  ];
  if (has('disable-extensions')) payload.push(['disableExtensions', 'true']);
  await page.goto(workbenchAddress({ port: server.port, folder: paths[0], payload }));

  const code = await ended.promise;
  await Promise.race([output.ended(), seconds(3)]);
  if (code && !output.began()) console.error(log.filter(line => line.startsWith('error')).join('\n'));
  // VS Code says 0 when the extension host dies or a test calls process.exit()
  if (!code && !output.complete()) {
    console.error('The extension host ended before the tests did.');
    return 1;
  }
  return code;
}

async function timeout() {
  await seconds(limit);
  throw new Error(`The tests did not end within ${limit} s.`);
}

function seconds(n) {
  return new Promise(resolve => setTimeout(resolve, n * 1000).unref());
}

/** A promise and the two functions that settle it (Node 20 has no Promise.withResolvers). */
function settleLater() {
  const later = {};
  later.promise = new Promise((resolve, reject) => Object.assign(later, { resolve, reject }));
  return later;
}
