import fs from 'node:fs';
import path from 'node:path';
import { askPeer } from './askPeer.mjs';

export const peersFolder = path.resolve(import.meta.dirname, '../peers');

/** The names of all peers, Layerwise first: a program each in bench/peers. */
export function peerNames() {
  const names = fs
    .readdirSync(peersFolder)
    .filter(file => /\.(py|mjs)$/.test(file))
    .map(file => path.parse(file).name);
  return ['layerwise', ...names.filter(name => name !== 'layerwise').sort()];
}

/** Whether a peer is a JavaScript library, which has to be installed. */
export function isInJavaScript(peer) {
  return peer !== 'layerwise' && fs.existsSync(path.join(peersFolder, `${peer}.mjs`));
}

/**
 * Asks the programs what they are.
 *
 * @returns {Promise<{peer: string, file: string, missing?: string, name?: string, version?: string,
 *   precisions?: string[], threads?: number[], note?: string}[]>} those that can't run say what they are missing
 */
export async function findPeers(names, folder = peersFolder) {
  const files = fs.readdirSync(folder);
  return Promise.all(
    names.map(async peer => {
      const file = path.join(folder, files.find(name => path.parse(name).name === peer) ?? `${peer}.mjs`);
      return { peer, file, ...(await askPeer({ file }, { describe: true })) };
    }),
  );
}
