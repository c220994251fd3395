import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { peersFolder } from './findPeers.mjs';

/**
 * Installs the libraries of the peers written in JavaScript, where one of those is asked for and they aren't there yet.
 * Without a network they stay missing, and the report says so.
 */
export function installPeers(names, say) {
  const inJavaScript = names.filter(
    name => name !== 'layerwise' && fs.existsSync(path.join(peersFolder, `${name}.mjs`)),
  );
  if (inJavaScript.length === 0 || fs.existsSync(path.join(peersFolder, 'node_modules'))) return;
  say('npm ci in bench/peers');
  const npm = process.env.npm_execpath;
  const [command, ...before] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const { status } = spawnSync(command, [...before, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: peersFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) say('npm ci failed: the JavaScript peers will be missing');
}
