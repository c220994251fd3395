import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { analyzeFile } from '../../src/cli/analyzeFile';
import { atLine } from '../../src/runs/preparing/atLine';
import { newRun } from '../../src/runs/training/newRun';
import { npyOf } from '../data/npyBytes';
import { temporaryFolder } from './temporaryFolder';

const base = temporaryFolder();

it('a training that can’t begin says what a check says, with the sizes that the data have', async () => {
  const file = join(base, 'flat.nn.json');
  writeFileSync(
    join(base, 'x.npy'),
    npyOf(
      [4, 8, 8, 1],
      Array.from({ length: 256 }, (_, i) => i / 256),
    ),
  );
  writeFileSync(join(base, 'y.npy'), npyOf([4], [0, 1, 0, 1]));
  const text = JSON.stringify({
    data: { train: { x: 'x.npy', y: 'y.npy' } },
    layers: [
      { id: 'input', type: 'input' },
      { id: 'conv', type: 'conv2d', filters: 4, kernelSize: 3, activation: 'relu' },
      { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
    ],
    training: { loss: 'binary-cross-entropy', optimizer: 'adam', iterations: 3 },
  });
  const { problems } = await analyzeFile({ name: 'flat.nn.json', file, text });
  const [error] = problems.filter(({ severity }) => severity === 'error');
  expect(error!.message).toContain('6 × 6 × 4');
  await expect(newRun({ file, text }, {})).rejects.toThrow(atLine(file, text, error!));
});
