import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A workspace that tries to have Layerwise read, write or start something by being opened. */
export interface Hostile {
  readonly name: string;
  /** Makes it in `folder`. What it must not reach is in `bait`. */
  make(folder: string, bait: string): void;
}

const layers = [
  { id: 'input', type: 'input' },
  { id: 'hidden', type: 'dense', units: 4, activation: 'tanh' },
  { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
];
const training = {
  loss: 'binary-cross-entropy',
  optimizer: { type: 'sgd', learningRate: 1 },
  iterations: 10,
};

export function network(data: object, more: object = {}): string {
  return `${JSON.stringify({ data, layers, training, ...more }, undefined, 2)}\n`;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}

const table = (file: string) => network({ file, target: 'y' });
const flower = network({ generator: 'flower' });

/** A network with these data, and what lies beside it. */
const withData = (
  name: string,
  data: (bait: string) => string,
  beside: (folder: string, bait: string) => void = () => {},
): Hostile => ({
  name,
  make(folder, bait) {
    write(join(folder, 'net.nn.json'), data(bait));
    beside(folder, bait);
  },
});

/** A folder of runs whose newest one is `run`. */
const withRun = (name: string, run: (folder: string, bait: string) => void): Hostile =>
  withData(
    name,
    () => flower,
    (folder, bait) => {
      run(join(folder, '.layerwise', 'runs', '2099-01-01T00-00-00'), bait);
    },
  );

const runOf = (network: string) =>
  JSON.stringify({
    network,
    startedAt: '2099-01-01T00:00:00Z',
    seed: 1,
    iterations: 10,
    stepsPerEpoch: 1,
    digest: 'd',
    state: 'finished',
    iteration: 10,
  });

/** What lies outside all workspaces and must stay untouched. */
export function makeBait(bait: string): void {
  write(join(bait, 'secret.csv'), 'x1,x2,y\n1,2,0\n3,4,1\n');
  write(join(bait, 'pictures/cat/a.png'), 'not a picture');
  write(join(bait, 'pictures/dog/b.png'), 'not a picture');
  write(join(bait, 'run/run.json'), runOf('net.nn.json'));
  write(join(bait, 'run/metrics.jsonl'), '{"iteration":0,"epoch":0,"cost":1,"seconds":0}\n');
  write(join(bait, 'secret.npy'), '');
}

export const hostileWorkspaces: readonly Hostile[] = [
  withData(
    'a table that is a link to one outside',
    () => table('table.csv'),
    (folder, bait) => link(join(bait, 'secret.csv'), join(folder, 'table.csv')),
  ),
  withData('a table by its absolute path', bait => table(join(bait, 'secret.csv'))),
  withData('a table above the folder', () => table('../../outside/bait/secret.csv')),
  withData('a table by a file URL', bait => table(`file://${join(bait, 'secret.csv')}`)),
  withData('a table on another machine', () => table('//elsewhere.invalid/share/secret.csv')),
  withData('a table of the web', () => table('https://elsewhere.invalid/secret.csv')),
  withData(
    'a folder of pictures that is a link',
    () => network({ images: 'pictures' }),
    (folder, bait) => link(join(bait, 'pictures'), join(folder, 'pictures')),
  ),
  withData(
    'classes of pictures that are links',
    () => network({ images: 'pictures' }),
    (folder, bait) => {
      link(join(bait, 'pictures/cat'), join(folder, 'pictures/cat'));
      link(join(bait, 'pictures/dog'), join(folder, 'pictures/dog'));
    },
  ),
  withData(
    'arrays outside, through links to links',
    () => network({ train: { x: 'a/x.npy', y: 'b' } }),
    (folder, bait) => {
      link('c', join(folder, 'a'));
      link(bait, join(folder, 'c'));
      link('a/secret.npy', join(folder, 'b'));
    },
  ),
  withData(
    'a table that is a pipe',
    () => table('table.csv'),
    folder => execFileSync('mkfifo', [join(folder, 'table.csv')]),
  ),
  withData(
    'a table that is a device without end',
    () => table('table.csv'),
    folder => link('/dev/zero', join(folder, 'table.csv')),
  ),
  withData(
    'a table whose links lead in a circle',
    () => table('a.csv'),
    folder => {
      link('b.csv', join(folder, 'a.csv'));
      link('a.csv', join(folder, 'b.csv'));
    },
  ),
  withRun('a run that is a device without end', run => link('/dev/zero', join(run, 'run.json'))),
  withRun('a run that is a pipe', run => {
    mkdirSync(run, { recursive: true });
    execFileSync('mkfifo', [join(run, 'run.json')]);
  }),
  withRun('a run that is a link to one outside', (run, bait) => {
    link(join(bait, 'run/run.json'), join(run, 'run.json'));
    link(join(bait, 'run/metrics.jsonl'), join(run, 'metrics.jsonl'));
  }),
  withRun('a run whose network lies outside', (run, bait) => {
    write(join(run, 'run.json'), runOf(join(bait, 'secret.csv')));
    link(join(bait, 'run/metrics.jsonl'), join(run, 'metrics.jsonl'));
  }),
  withData(
    'all runs by a link',
    () => flower,
    (folder, bait) => {
      cpSync(join(bait, 'run'), join(folder, 'runs/2099-01-01T00-00-00'), { recursive: true });
      link(bait, join(folder, '.layerwise'));
    },
  ),
  withData(
    'a program that names files outside',
    () => flower,
    (folder, bait) => {
      const path = JSON.stringify(join(bait, 'secret.npy'));
      write(
        join(folder, 'program.py'),
        `import os\nimport numpy as np\nos.system("touch ${bait}/touched")\nx = np.load(${path})\nx @ x\n`,
      );
    },
  ),
  withData(
    'settings of the folder that ask for everything',
    bait => table(join(bait, 'secret.csv')),
    folder => {
      const settings = { 'security.workspace.trust.enabled': false, 'layerwise.python.enable': true };
      write(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
      write(join(folder, 'program.py'), 'import numpy as np\nnp.ones((2, 3)) @ np.ones((2, 3))\n');
    },
  ),
  withData(
    'a test set that is a link to one outside',
    () => network({ file: 'own.csv', target: 'y', test: 'test.csv' }),
    (folder, bait) => {
      write(join(folder, 'own.csv'), 'x1,x2,y\n1,2,0\n3,4,1\n');
      link(join(bait, 'secret.csv'), join(folder, 'test.csv'));
    },
  ),
];
