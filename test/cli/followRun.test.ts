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
  const notes: string[] = [];
  const terminal: Terminal = {
    line: () => {},
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
  return notes.join('\n');
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
