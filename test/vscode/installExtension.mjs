import { spawnSync } from 'node:child_process';
import { nodeBinary } from './nodeBinary.mjs';
import { serverEnvironment } from './serverEnvironment.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';
import { vscodeFolder } from './vscodeFolder.mjs';

/** Installs a packaged extension (.vsix) into a folder of extensions, without starting a server. */
export function installExtension(vsix, extensions) {
  const temporary = temporaryFolder('layerwise-install-');
  try {
    const { status, stdout, stderr } = spawnSync(
      nodeBinary(),
      [
        `${vscodeFolder()}/out/server-main.js`,
        ...['--install-extension', vsix],
        ...['--extensions-dir', extensions],
        ...['--user-data-dir', temporary.path],
        ...['--server-data-dir', temporary.path],
        '--accept-server-license-terms',
      ],
      { env: serverEnvironment(process.env, temporary.path), encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`${vsix} could not be installed\n${stdout}${stderr}`);
  } finally {
    temporary.remove();
  }
}
