import { installBenchPeers } from '../../scripts/install.mjs';

/**
 * Installs the libraries that Layerwise is compared with, where one is missing or of another version. Without a network they
 * stay missing, and the report says so.
 */
export async function installPeers(say) {
  try {
    await installBenchPeers();
  } catch (error) {
    say(`${error.message}: libraries will be missing`);
  }
}
