import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect } from 'vitest';
import { Refusal } from '../../src/data/bytes/refusal';
import { unreadable } from '../../src/data/bytes/sourceFile';
import { nodeFiles } from '../../src/platform/nodeFiles';
import { bundle } from '../cli/bundle';
import { layerwise } from '../cli/layerwise';
import { row } from './row';

const outer = realpathSync(mkdtempSync(join(tmpdir(), 'layerwise-paths-')));
const inner = join(outer, 'inner');
afterAll(() => rmSync(outer, { recursive: true, force: true }));

mkdirSync(join(inner, 'sub'), { recursive: true });
mkdirSync(join(outer, 'innermost'));
for (const file of ['secret.csv', 'innermost/secret.csv']) writeFileSync(join(outer, file), 'outside');
for (const file of ['own.csv', 'sub/own.csv']) writeFileSync(join(inner, file), 'inside');
const links = {
  up: '..',
  far: outer,
  root: '/',
  chain: 'up',
  within: 'sub',
  round: 'sub/../own.csv',
  out: '../secret.csv',
  twice: 'within/../../secret.csv',
  self: 'self',
  device: '/dev/zero',
  nowhere: 'gone/own.csv',
};
for (const [name, target] of Object.entries(links)) symlinkSync(target, join(inner, name));

/** What addresses are put together from. */
const parts = [
  ...['..', '.', '...', '', ' ', 'sub', 'own.csv', 'secret.csv', 'innermost', 'inner', ...Object.keys(links)],
  ...[
    '%2e%2e',
    '..%2f',
    '..\\',
    '\\..\\',
    '~',
    '$HOME',
    'C:',
    'NUL',
    'a\0b',
    'é',
    '\u202e',
    '*',
    'own.csv#x',
  ],
];
const beginnings = [
  ...[
    '',
    '',
    '',
    './',
    '/',
    '//',
    '\\\\',
    '\\\\?\\',
    '\\\\.\\pipe\\',
    'file://',
    'file:///',
    'file://localhost/',
  ],
  ...['file://elsewhere/', 'http://elsewhere/', 'HTTPS://elsewhere/', 'smb://elsewhere/', 'data:', 'C:\\'],
  ...[
    `${outer}/`,
    `${inner}/`,
    `${inner}/../`,
    `file://${outer}/`,
    `${outer}/innermost/`,
    '/etc/',
    '/proc/self/',
  ],
];
const address = fc
  .tuple(
    fc.constantFrom(...beginnings),
    fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 5 }),
    fc.constantFrom('/', '/', '//', '\\'),
  )
  .map(([beginning, names, separator]) => beginning + names.join(separator));

row('paths: none leads outside the workspace', { quick: 300, full: 3_000 }, async (count, tally) => {
  const files = nodeFiles(inner, [inner]);
  for (const each of fc.sample(address, { numRuns: count, seed: 300 })) {
    await tally.try(JSON.stringify(each), async () => {
      const path = files.resolve(each);
      const found = await files.stat(path).catch(expectRefusal);
      if (found && !found.folder) expect(found.size).toBe('inside'.length);
      const entries = (await files.list(path).catch(expectRefusal)) ?? [];
      expect(entries.map(({ name }) => name)).not.toContain('secret.csv');
      const file = await files.open(path).catch(expectRefusal);
      if (!file) return;
      expect(new TextDecoder().decode(await file.read(0, 100))).toBe('inside');
      await file.close();
    });
  }
});

/** What isn't read is refused in a sentence, not by an error of ours. */
function expectRefusal(error: unknown): undefined {
  const isSystem = error instanceof Error && 'code' in error;
  if (!(error instanceof Refusal) && !isSystem) throw error;
  expect(unreadable('the file', error).message).not.toContain('undefined');
}

const built = bundle('cli');

/** Names that a shell, a reader of options or a printer could take for something else. */
const odd = [
  ...[
    '$(touch hit)',
    '`touch hit`',
    '; touch hit',
    '| touch hit',
    '&& touch hit',
    '> hit',
    '-h',
    '--help',
    '--json',
  ],
  ...[
    '-',
    '--',
    '-rf',
    '%PATH%',
    '$HOME',
    '~',
    '*',
    '?',
    '[a]',
    '{a,b}',
    "it's",
    '"quoted"',
    '\\',
    '\\n',
    ' lead',
  ],
  ...[
    'trail ',
    'a\nb',
    'a\tb',
    '\u001b[31m',
    '\u202egnp',
    'é',
    'e\u0301',
    '日本',
    '🙂',
    '#x',
    '%s',
    '%2e%2e',
    '..a',
  ],
];
const name = fc.tuple(fc.constantFrom(...odd), fc.constantFrom('', ...odd)).map(pair => pair.join(''));

row('names: each reaches the program as it is', { quick: 200, full: 2_000 }, async (count, tally) => {
  const names = [...new Set(fc.sample(name, { numRuns: count * 2, seed: 200 }))].slice(0, count);
  const folder = join(outer, 'names');
  mkdirSync(folder);
  for (const [i, each] of names.entries()) {
    const layers = [
      { id: 'input', type: 'input', shape: [2] },
      { id: 'output', type: 'dense', units: 1, activation: `none-${i}-such` },
    ];
    writeFileSync(
      join(folder, `${each}.nn.json`),
      JSON.stringify({ data: { file: `${each}.csv`, target: 'y' }, layers }),
    );
    writeFileSync(join(folder, `${each}.csv`), `x1,x2,y\n1,2,0\n3,4,1\n`);
  }
  const files = names.map(each => `${each}.nn.json`);
  const { json, error } = await layerwise(built.path('cli'), ['check', '--json', '--', ...files], folder);
  for (const [i, file] of files.entries()) {
    await tally.try(JSON.stringify(file), () => {
      const own = json.filter(finding => finding.file === file);
      const messages = own.map(({ message }) => String(message));
      expect(
        messages.some(message => message.includes(`none-${i}-such`)),
        `${error.slice(0, 300)}${messages}`,
      ).toBe(true);
      // its data were found by their name
      expect(own.map(({ code }) => code)).not.toContain('missing-data-file');
    });
  }
});
