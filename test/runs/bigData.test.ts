import {
  closeSync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeCheckpoint } from '../../src/formats/checkpointFile';
import { readRunInfo } from '../../src/runs/folder/runFolder';
import { newRun } from '../../src/runs/training/newRun';
import { savedRun } from '../../src/runs/training/savedRun';
import { startSession } from '../../src/runs/training/session';
import { npyBytes } from '../data/npyBytes';
import { record } from './record';
import { temporaryFolder } from './temporaryFolder';

const base = temporaryFolder();
const file = join(base, 'big.nn.json');
const x = join(base, 'x.npy');
const width = 784;
/** Just past what is read into memory. */
const m = 700_000;

/** A file with a hole where the numbers are: it takes no room on the disk, and is read as zeros. */
function writeInputs(): void {
  const header = npyBytes('|u1', [m, width], new Uint8Array(0));
  const handle = openSync(x, 'w');
  writeSync(handle, header);
  ftruncateSync(handle, header.length + m * width);
  closeSync(handle);
}

writeInputs();
writeFileSync(
  join(base, 'y.npy'),
  npyBytes(
    '|u1',
    [m],
    Uint8Array.from({ length: m }, (_, i) => i & 1),
  ),
);

const text = JSON.stringify({
  data: { train: { x: 'x.npy', y: 'y.npy' }, split: { test: 0.1 }, scale: 255 },
  layers: [
    { id: 'input', type: 'input' },
    { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
  ],
  training: { loss: 'binary-cross-entropy', optimizer: 'adam', batchSize: 64, iterations: 100_000 },
});

function trained() {
  const said = record();
  return { said, session: startSession(reading => newRun({ file, text }, reading), said.events) };
}

const weightsOf = (folder: string) => decodeCheckpoint(readFileSync(join(folder, 'last.safetensors')));

describe('a run on inputs that stay in their file', () => {
  it('says what its accuracy is measured on, and stops at once', async () => {
    const { session, said } = trained();
    await said.until(() => said.points.length > 5 && said.points.some(point => point.test !== undefined));
    const began = performance.now();
    session.stop();
    const info = (await session.ended)!;
    expect(performance.now() - began).toBeLessThan(1000);
    expect(info.state).toBe('stopped');
    expect(info.measuredOn).toBe(
      '20000 of the 630000 training examples and 20000 of the 70000 test examples, drawn at random',
    );
    expect((await readRunInfo(info.folder))!.measuredOn).toBe(info.measuredOn);
    // half of the labels are 1
    expect(said.points.find(point => point.test !== undefined)!.test!.accuracy).toBeCloseTo(0.5, 1);
  });

  it.each([
    [
      'cut off',
      () => truncateSync(x, statSync(x).size / 2),
      'x.npy was changed while it was being read; try again.',
    ],
    ['removed', () => rmSync(x), 'x.npy was removed while it was being read; try again.'],
  ])(
    'that is %s ends with a sentence and its weights, and goes on when it is there again',
    async (_what, spoil, sentence) => {
      const { session, said } = trained();
      await said.until(() => said.points.length > 20);
      spoil();
      await expect(session.ended).rejects.toThrow(sentence);
      const info = (await readRunInfo(said.info()!.folder))!;
      expect(info).toMatchObject({ state: 'failed', message: sentence });
      expect(info.iteration).toBeGreaterThan(said.points.at(-1)!.iteration);
      expect(weightsOf(info.folder).iteration).toBe(info.iteration);

      writeInputs();
      const again = record();
      const second = startSession(reading => savedRun(info.folder, reading), again.events);
      await again.until(() => again.points.length > 2);
      second.stop();
      expect(again.points[0]!.iteration).toBeGreaterThanOrEqual(info.iteration);
      expect((await second.ended)!.state).toBe('stopped');
    },
  );
});
