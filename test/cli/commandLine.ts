import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { networkText } from '../runs/network';
import { temporaryFolder } from '../runs/temporaryFolder';
import { bundle } from './bundle';
import { layerwise, type Result } from './layerwise';

export interface Commands {
  /** where the bundle is; it is there when the tests run */
  cli(): string;
  /** the folder that commands run in, with animals.csv, animals.nn.json, moons.nn.json and wrong.nn.json */
  readonly base: string;
  run(...args: string[]): Promise<Result>;
  /** Writes a file of the folder. */
  write(name: string, text: string): void;
}

/** 60 rows of three kinds: their sizes tell them apart. One kind needs quotes. */
export const animals = `size,colour,kind\n${Array.from({ length: 60 }, (_, i) => {
  const kind = i % 3;
  return `${kind * 10 + (i % 4)},${['red', 'blue'][i % 2]},${['ant', 'bee, the', 'cat'][kind]}`.replace(
    /bee, the/,
    '"bee, the"',
  );
}).join('\n')}\n`;

/** The command line as people have it, for the tests of one file, in a folder of their own. */
export function commandLine(): Commands {
  // each test starts processes, on a machine that may be busy
  vi.setConfig({ testTimeout: 60_000 });
  const built = bundle('cli');
  const base = temporaryFolder();
  const write = (name: string, text: string) => writeFileSync(join(base, name), text);
  write('animals.csv', animals);
  write(
    'animals.nn.json',
    JSON.stringify({
      data: { file: 'animals.csv', target: 'kind', standardise: true, split: { test: 0.2 } },
      layers: [
        { id: 'input', type: 'input' },
        { id: 'hidden', type: 'dense', units: 6, activation: 'tanh' },
        { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
      ],
      training: {
        loss: 'categorical-cross-entropy',
        optimizer: { type: 'adam', learningRate: 0.05 },
        iterations: 200,
      },
    }),
  );
  write('moons.nn.json', networkText());
  write(
    'wrong.nn.json',
    '{\n  "layers": [\n    { "id": "input", "type": "input" },\n    { "id": "output", "type": "dens" }\n  ]\n}\n',
  );
  const cli = () => built.path('cli');
  return { cli, base, write, run: (...args) => layerwise(cli(), args, base) };
}
