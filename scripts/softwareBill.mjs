import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

/**
 * A bill of materials of what was built last, in CycloneDX: npm's own of all that is installed, which needs no network,
 * and of that the packages that are in the bundles. The tools that made them aren't in the product.
 */
export function softwareBill() {
  const packages = JSON.parse(fs.readFileSync(path.join(root, 'dist/third-parties.json'), 'utf8'));
  const isBundled = component =>
    packages.some(({ name, version }) => component.name === name && component.version === version);
  const all = JSON.parse(npm('sbom', '--sbom-format', 'cyclonedx'));
  const components = all.components.filter(isBundled);
  const kept = new Set(components.map(component => component['bom-ref']));
  const { component } = all.metadata;
  return {
    ...all,
    // npm names the product by the folder that it lies in
    metadata: { ...all.metadata, component: { ...component, name: 'layerwise' } },
    components: components.map(({ scope, ...each }) => each),
    dependencies: all.dependencies
      .filter(({ ref }) => kept.has(ref) || ref === component['bom-ref'])
      .map(({ ref, dependsOn = [] }) => ({
        ref,
        dependsOn: ref === component['bom-ref'] ? [...kept] : dependsOn.filter(other => kept.has(other)),
      })),
  };
}

function npm(...args) {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 };
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) return execFileSync(process.execPath, [own, ...args], options);
  // npm is a script for the shell on Windows
  return execFileSync('npm', args, { ...options, shell: process.platform === 'win32' });
}
