import fs from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';

const root = path.resolve(__dirname, '../..');
const vsix = process.env.LAYERWISE_VSIX ?? path.join(root, '.vscode-test/layerwise.vsix');
const packaged = unzipSync(new Uint8Array(fs.readFileSync(vsix)));
const names = Object.keys(packaged).map(name => name.replace(/^extension\//, ''));
const file = (name: string) => strFromU8(packaged[`extension/${name}`]!);
const parties: { name: string; version: string }[] = JSON.parse(
  fs.readFileSync(path.join(root, 'dist/third-parties.json'), 'utf8'),
);

/** The places that a page of Markdown links to and shows, without what is in code. */
function linksOf(page: string): string[] {
  const text = page.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^()\s]+)\)/g)].map(([, link]) => link!);
}

/** As GitHub and VS Code make it of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- _]/gu, '')
    .trim()
    .replaceAll(' ', '-');

test.each(names.filter(name => /\.md$/i.test(name)))(
  'each link of %s leads to something in the package',
  page => {
    for (const link of linksOf(file(page))) {
      if (/^https:\/\//.test(link)) continue;
      const [place = '', anchor] = link.split('#');
      const target = place ? path.posix.join(path.posix.dirname(page), place) : page;
      const isFolder = names.some(name => name.startsWith(`${target}/`));
      expect(names.includes(target) || isFolder, link).toBe(true);
      if (!anchor) continue;
      const headings = [...file(target).matchAll(/^#+ +(.*)$/gm)].map(([, heading]) => anchorOf(heading!));
      expect(headings, link).toContain(anchor);
    }
  },
);

test('each package that is in a bundle is in the notices, with the text of its licence', () => {
  const notices = file('dist/THIRD-PARTY-NOTICES.txt').split('-'.repeat(80)).slice(1);
  expect(parties.length).toBeGreaterThan(10);
  for (const { name, version } of parties) {
    const part = notices.find(text => text.trim().startsWith(`${name} ${version} (`));
    expect(part, name).toBeDefined();
    expect(part, name).toMatch(/licen[cs]e|permission|copyright/i);
    expect(part!.length, name).toBeGreaterThan(300);
  }
});

test('the bill of materials names the packages that are in the bundles, and no others', () => {
  const bill = JSON.parse(file('dist/sbom.cdx.json'));
  expect(bill.bomFormat).toBe('CycloneDX');
  const listed = bill.components.map(
    (each: { name: string; version: string }) => `${each.name}@${each.version}`,
  );
  expect([...new Set(listed)].sort()).toEqual(
    parties.map(({ name, version }) => `${name}@${version}`).sort(),
  );
});
