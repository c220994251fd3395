import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { trustFiles } from '../../scripts/trustFiles.mjs';

it('the rows of trust are found, all of them or those whose path has a word', () => {
  const all = trustFiles('test/trust', []);
  expect(all).toContain('test/trust/mutants.test.ts');
  expect(all).toContain('test/trust/mutants/allocated.test.ts');
  expect(trustFiles('test/trust', ['mutants', 'allocated'])).toEqual([
    'test/trust/mutants/allocated.test.ts',
  ]);
  expect(trustFiles('test/ui/trust', ['typed'])).toEqual(['test/ui/trust/typed.test.ts']);
  expect(trustFiles('test/trust', ['nothing of this name'])).toEqual([]);
});

it.each([
  ['test/trust', []],
  ['test/ui/trust', ['--config', 'test/ui/vitest.config.mts']],
])('Vitest runs those of %s, and no others', (folder, args) => {
  const files = trustFiles(folder, []);
  const listed = execFileSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'list', '--filesOnly', ...args, ...files],
    { encoding: 'utf8' },
  );
  expect(listed.split('\n').filter(Boolean).sort()).toEqual(files);
});
