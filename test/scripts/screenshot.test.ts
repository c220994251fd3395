import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

function screenshot(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve(root, 'scripts/screenshot.mjs'), ...args],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, out: stdout, error: stderr };
}

test('the help tells every option', () => {
  const { status, out, error } = screenshot('--help');
  expect({ status, error }).toEqual({ status: 0, error: '' });
  for (const option of ['out', 'folder', 'open', 'theme', 'size', 'steps', 'vsix', 'side-bar', 'wait'])
    expect(out).toContain(`--${option}`);
  expect(out).not.toMatch(/^\/\/|import /m);
});

test.each([
  [['--outt', 'a.png'], /^Unknown option '--outt'/],
  [[], /^--out FILE\.png is missing\.\n/],
  [['--out', 'a.png', '--theme', 'blue'], /^--theme blue: one of light, dark/],
])('%j is refused in a sentence, with the help', (args, words) => {
  const { status, out, error } = screenshot(...args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(error).toMatch(words);
  expect(error).toContain('--side-bar');
  expect(error).not.toMatch(/ at .*:\d+:\d+/);
});
