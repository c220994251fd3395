import fs from 'node:fs';
import path from 'node:path';
import { installNodes } from '../../scripts/install.mjs';
import { nodeVersions } from '../../test/nodes/nodeVersions.mjs';

const listed = path.resolve(import.meta.dirname, '../../test/nodes/package.json');

/** The versions of Node that the tests run on, as `24`. */
export function nodeMajors() {
  const { dependencies } = JSON.parse(fs.readFileSync(listed, 'utf8'));
  return Object.keys(dependencies).map(name => name.slice('node'.length));
}

/**
 * Layerwise once more on each of these versions of Node.
 *
 * @param {readonly string[]} majors
 * @param {object} layerwise as `findPeers` found it
 * @returns {Promise<object[]>} peers; one whose Node can't be run here says what it is missing
 */
export async function findNodes(majors, layerwise) {
  if (majors.length === 0) return [];
  await installNodes();
  const known = await nodeVersions();
  return majors.map(major => {
    const { name: node, binary, missing } = known.find(({ name }) => name.startsWith(`Node ${major}.`));
    const name = `Layerwise on ${node}`;
    return missing === undefined ? { ...layerwise, name, node, command: binary } : { peer: name, missing };
  });
}
