// What of other people is in the bundles: the packages by the files that esbuild took, with the texts of their licences.
import fs from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const modules = 'node_modules/';

/** What isn't an input of a bundle: its compiler's own library is in the kernels. */
const compiledIn = ['assemblyscript'];

/**
 * @typedef {object} ThirdParty
 * @property {string} name
 * @property {string} version
 * @property {string} license as its package.json says, an SPDX expression
 * @property {string} source
 * @property {string} folder below the root, such as `node_modules/d3-array`
 */

/**
 * The packages that have a file in a bundle, or are copied beside one.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @param {readonly string[]} copied files below node_modules that are copied as they are
 * @returns {ThirdParty[]} in the order of their names
 */
export function thirdParties(metafiles, copied) {
  const files = [
    ...metafiles.flatMap(({ outputs }) =>
      // of an input that was shaken out, nothing is in the bundle
      Object.values(outputs).flatMap(({ inputs }) =>
        Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
      ),
    ),
    ...[...copied, ...compiledIn.map(name => `${name}/package.json`)].map(file => modules + file),
  ];
  const folders = new Set(files.flatMap(file => packageFolder(file) ?? []));
  return [...folders]
    .map(folder => {
      const { name, version, license, repository } = JSON.parse(
        fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'),
      );
      const source = typeof repository === 'string' ? repository : (repository?.url ?? '');
      return { name, version, license: license ?? '', source: source.replace(/^git\+/, ''), folder };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** `node_modules/@scope/name` of a file in it; undefined where the file is our own. */
function packageFolder(file) {
  const at = file.lastIndexOf(modules);
  if (at < 0) return undefined;
  const [first, second] = file.slice(at + modules.length).split('/');
  return file.slice(0, at) + modules + (first.startsWith('@') ? `${first}/${second}` : first);
}

/**
 * The texts of a package's licence, as they lie in it; a package may bring those of what it holds itself. None where
 * it brings none: then `scripts/licences` has to have one under its name.
 */
export function licenceTexts({ name, folder }) {
  const own = path.join(root, folder);
  const kept = path.join(root, 'scripts/licences', `${name.replace('/', '+')}.txt`);
  const files = fs
    .readdirSync(own, { recursive: true })
    .filter(file => !/(^|[\\/])(node_modules|tests?)[\\/]/.test(file))
    .filter(file => /^(licen[cs]e|copying|notice|third.?party)/i.test(path.basename(file)))
    .map(file => path.join(own, file))
    .filter(file => fs.statSync(file).isFile());
  return [...files, ...(fs.existsSync(kept) ? [kept] : [])]
    .sort()
    .map(file => fs.readFileSync(file, 'utf8').trim());
}

/** The text of THIRD-PARTY-NOTICES.txt. Throws where a package has no licence text, so that none is packaged without. */
export function noticesText(packages) {
  const rule = '-'.repeat(80);
  const parts = packages.map(each => {
    const texts = licenceTexts(each);
    if (texts.length === 0) {
      throw new Error(`${each.name} is bundled and brings no licence: put its text into scripts/licences.`);
    }
    return [rule, `${each.name} ${each.version} (${each.license})`, each.source, '', ...texts].join('\n');
  });
  return `Layerwise contains software of others, under these licences.\n\n${parts.join('\n\n')}\n`;
}
