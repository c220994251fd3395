import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Call } from '../../src/cli/call';
import { train } from '../../src/cli/commands/train';
import type { FollowOptions } from '../../src/cli/followRun';
import type { Terminal } from '../../src/cli/terminal/terminal';
import { networkText } from '../runs/network';
import { temporaryFolder } from '../runs/temporaryFolder';

const base = temporaryFolder();

/** What is said on standard error of a training. */
async function notesOf(name: string, network: object): Promise<string> {
  return (await saidOf(name, network)).notes.join('\n');
}

/** What is printed of a training, on standard output and on standard error. */
async function saidOf(
  name: string,
  network: object,
  follow: FollowOptions = { json: false, every: undefined },
): Promise<{ lines: string[]; notes: string[] }> {
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
  writeFileSync(file, JSON.stringify(network));
  const values: Readonly<Record<string, number | undefined>> = { every: follow.every };
  const call: Call = {
    operands: [file],
    switched: option => option === 'json' && follow.json,
    text: () => undefined,
    count: option => values[option],
    terminal,
  };
  expect(await train.run(call)).toBe(0);
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

it('the last iteration is printed, whichever are', async () => {
  const network = JSON.parse(networkText({ iterations: 7 }));
  const iterations = ({ lines }: { lines: readonly string[] }) =>
    lines.flatMap(line => /(?:iteration |"iteration":)(\d+)/.exec(line)?.[1] ?? []);
  expect(iterations(await saidOf('seven.nn.json', network, { json: false, every: 5 }))).toEqual([
    '0',
    '5',
    '7',
  ]);
  expect(iterations(await saidOf('seven.nn.json', network, { json: true, every: 5 }))).toEqual([
    '0',
    '5',
    '7',
  ]);
  expect(iterations(await saidOf('seven.nn.json', network, { json: false, every: 7 }))).toEqual(['0', '7']);
});

it('where the best weights are in use, the metrics are theirs', async () => {
  const network = networkText(
    {
      iterations: 400,
      evaluateEvery: 5,
      optimizer: { type: 'adam', learningRate: 0.3 },
      stop: { figure: 'accuracy', patience: 4, best: true },
    },
    { noise: 0.6 },
  );
  const { lines } = await saidOf('best.nn.json', JSON.parse(network), { json: true, every: 5 });
  const points = lines.map(line => JSON.parse(line));
  const [end] = points.splice(-1);
  const best = points.reduce((a, b) => (b.test.accuracy > a.test.accuracy ? b : a));
  expect(best.test).not.toEqual(points.at(-1).test);
  expect(end).toMatchObject({ done: true, train: best.train, test: best.test });
});

it('what a check would warn of is said before training', async () => {
  const network = JSON.parse(networkText({ iterations: 3 }));
  network.layers[1].activation = 'softmax';
  const { notes } = await saidOf('warned.nn.json', network);
  expect(notes[0]).toMatch(/^Warning: warned\.nn\.json, line 1: "hidden" is a hidden layer with softmax/);
  expect(notes[1]).toMatch(/^Training .*warned\.nn\.json: 3 iterations/);
});
