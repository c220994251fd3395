// npm run package: builds and packages the extension; `node scripts/package.mjs FILE.vsix` packages what is built. The
// package holds a list of what of others is in it (dist/sbom.cdx.json, CycloneDX) and their licences.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { softwareBill } from './softwareBill.mjs';

const root = path.dirname(import.meta.dirname);
const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));

function node(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

const asked = process.argv[2];
const file = path.resolve(asked ?? path.join(root, `${name}-${version}.vsix`));
fs.mkdirSync(path.dirname(file), { recursive: true });
if (!asked) node('esbuild.mjs');
fs.writeFileSync(path.join(root, 'dist/sbom.cdx.json'), `${JSON.stringify(softwareBill(), undefined, 2)}\n`);
node(
  'node_modules/@vscode/vsce/vsce',
  'package',
  '--no-dependencies', // all that is needed is in the bundles
  '--no-rewrite-relative-links', // else they would point to a repository's address
  '--allow-missing-repository',
  '--skip-license',
  '--out',
  file,
);
