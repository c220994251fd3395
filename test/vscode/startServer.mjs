import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { killGroup } from './killGroup.mjs';
import { nodeBinary } from './nodeBinary.mjs';
import { serverEnvironment } from './serverEnvironment.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';
import { vscodeFolder } from './vscodeFolder.mjs';
import { writeSettings } from './writeSettings.mjs';

const START_LIMIT_MS = 60_000;

/**
 * Starts VS Code's server on 127.0.0.1. It is `server-main.js` itself: code-server's own front refuses
 * `--enable-smoke-test-driver`, which the tests inside the extension host need.
 *
 * @param {object} [options]
 * @param {string} [options.userData] kept where given, else a temporary folder
 * @param {string} [options.extensions] the folder of installed extensions; the same
 * @param {number} [options.port] 0 for a free one
 * @param {string} [options.token] asked from the browser; none where the server lives only for a test
 * @param {string[]} [options.args] more arguments
 * @param {boolean} [options.trust] whether VS Code asks whom to trust, and until then is restricted
 * @param {object} [options.settings] user settings over the quiet ones
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string} [options.log] a file for what the server prints
 */
export async function startServer(options = {}) {
  const temporary = temporaryFolder('layerwise-server-');
  const userData = options.userData ?? path.join(temporary.path, 'user');
  const extensions = options.extensions ?? path.join(temporary.path, 'extensions');
  fs.mkdirSync(extensions, { recursive: true });
  writeSettings(userData, options.settings);
  const tokenFile = path.join(temporary.path, 'token');
  // in a file, because every user of the machine sees the arguments
  if (options.token) fs.writeFileSync(tokenFile, options.token, { mode: 0o600 });

  const flags = {
    host: '127.0.0.1',
    port: String(options.port ?? 0),
    'server-data-dir': path.join(userData, 'server'),
    'user-data-dir': userData,
    'extensions-dir': extensions,
    'telemetry-level': 'off',
    'reconnection-grace-time': '10',
    ...(options.token && { 'connection-token-file': tokenFile }),
  };
  const server = spawn(
    nodeBinary(),
    [
      '--import',
      pathToFileURL(path.join(import.meta.dirname, 'endWithParent.mjs')).href,
      path.join(vscodeFolder(), 'out', 'server-main.js'),
      ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]),
      ...(options.token ? [] : ['--without-connection-token']),
      '--accept-server-license-terms',
      ...(options.trust ? [] : ['--disable-workspace-trust']),
      '--disable-experiments',
      '--force-disable-user-env',
      ...(options.args ?? []),
    ],
    {
      // a process group of its own, so that one signal ends it and all it started
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: serverEnvironment(options.env ?? process.env, temporary.path),
    },
  );
  const stop = () => {
    process.off('exit', stop);
    killGroup(server);
    temporary.remove();
  };
  process.on('exit', stop);
  try {
    const port = await listening(server, options.log);
    return { process: server, port, userData, extensions, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Resolves with the port, once the server says that it listens. */
function listening(server, log) {
  const file = log && fs.createWriteStream(log);
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = why => reject(new Error(`VS Code's server ${why}\n${output.slice(-3000)}`));
    const limit = setTimeout(() => fail('did not start'), START_LIMIT_MS);
    const read = chunk => {
      file?.write(chunk);
      if (output.length > 100_000) return;
      output += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (!port) return;
      clearTimeout(limit);
      resolve(Number(port));
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('error', error => fail(`could not be started: ${error.message}`));
    server.on('exit', code => {
      clearTimeout(limit);
      fail(`ended with ${code}`);
    });
  });
}
