import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { followRun } from '../../src/cli/followRun';
import type { Terminal } from '../../src/cli/terminal/terminal';
import { newRun } from '../../src/runs/training/newRun';
import { temporaryFolder } from '../runs/temporaryFolder';

const base = temporaryFolder();

/** What is said on standard error of a training. */
async function notesOf(name: string, network: object): Promise<string> {
  return (await saidOf(name, network)).notes.join('\n');
}

/** What is printed of a training, on standard output and on standard error. */
async function saidOf(name: string, network: object): Promise<{ lines: string[]; notes: string[] }> {
  const lines: string[] = [];
  const notes: string[] = [];
  const terminal: Terminal = {
    line: text => void lines.push(text),
    write: async () => {},
    note: text => void notes.push(text),
    bar: () => {},
    showsBar: false,
    width: 80,
    onInterrupt: () => {},
    end: () => {},
  };
  const file = join(base, name);
  const text = JSON.stringify(network);
  const code = await followRun(terminal, name, { json: false, every: undefined }, reading =>
    newRun({ file, text }, reading),
  );
  expect(code).toBe(0);
  return { lines, notes };
}

it('a training that went wrong is told as that, with what to set instead of a button', async () => {
  const table = (target: string, value: (i: number) => number) => {
    const rows = Array.from({ length: 40 }, (_, i) => `${(i % 10) / 10},${value(i)}`);
    writeFileSync(join(base, `${target}.csv`), `hours,${target}\n${rows.join('\n')}\n`);
  };
  table('score', i => 3 + ((i * 7) % 99));
  table('price', i => 9000 + 700 * i);
  const network = (target: string, activation: string) => ({
    data: { file: `${target}.csv`, target, split: { test: 0 } },
    layers: [
      { id: 'input', type: 'input' },
      { id: 'output', type: 'dense', units: 1, activation },
    ],
    training: { loss: 'mean-squared-error', optimizer: 'adam', iterations: 60 },
  });
  expect(await notesOf('sigmoid.nn.json', network('score', 'sigmoid'))).toMatch(
    /^The training went wrong\. The targets run .* Setting the activation of “output” to "linear" may help\.$/m,
  );
  expect(await notesOf('far.nn.json', network('price', 'linear'))).toMatch(
    /^The training went wrong\. .* Setting data\.standardiseTarget to true may help\.$/m,
  );
});

it('a training on one class only isn’t told to be right in all of them', async () => {
  const rows = (kinds: readonly string[]) => kinds.map((kind, i) => `${i},${kind}\n`).join('');
  const kinds = Array.from({ length: 20 }, () => 'yes');
  writeFileSync(join(base, 'only.csv'), `a,kind\n${rows(kinds)}`);
  const network = {
    data: { file: 'only.csv', target: 'kind', split: { test: 0 } },
    layers: [
      { id: 'input', type: 'input' },
      { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
    ],
    training: { loss: 'binary-cross-entropy', optimizer: 'adam', iterations: 30 },
  };
  const only = await saidOf('only.nn.json', network);
  expect(only.notes.join('\n')).toMatch(/so there is nothing to tell apart/);
  expect(only.lines.filter(line => line.startsWith('Train'))).toEqual([]);
  // of two classes it is told
  writeFileSync(join(base, 'both.csv'), `a,kind\n${rows([...kinds, ...kinds.map(() => 'no')])}`);
  const both = await saidOf('both.nn.json', { ...network, data: { ...network.data, file: 'both.csv' } });
  expect(both.lines.filter(line => line.startsWith('Train'))).toHaveLength(1);
});
