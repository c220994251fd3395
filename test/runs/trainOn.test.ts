import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeCheckpoint } from '../../src/formats/checkpointFile';
import { readMetrics } from '../../src/runs/folder/runFolder';
import { weightsOfRun } from '../../src/runs/folder/runWeights';
import type { RunInfo } from '../../src/runs/run';
import { newRun } from '../../src/runs/training/newRun';
import { savedRun } from '../../src/runs/training/savedRun';
import { startSession } from '../../src/runs/training/session';
import { networkText } from './network';
import { temporaryFolder } from './temporaryFolder';

const file = join(temporaryFolder(), 'moons.nn.json');

const train = (text: string): Promise<RunInfo> =>
  startSession(reading => newRun({ file, text }, reading), {}).ended.then(info => info!);

const trainOn = ({ folder }: RunInfo, iterations: number): Promise<RunInfo> =>
  startSession(reading => savedRun(folder, reading, { iterations }), {}).ended.then(info => info!);

/** The last weights with the state of the optimizer, to the last bit. */
async function last({ folder }: RunInfo) {
  const { checkpoint } = (await weightsOfRun(folder, 'last'))!;
  return JSON.stringify(checkpoint, (_, value) =>
    ArrayBuffer.isView(value) ? [...(value as never)] : value,
  );
}

const costs = async (run: RunInfo) =>
  (await readMetrics(run)).map(({ iteration, cost }) => [iteration, cost]);

const optimizers = ['sgd', 'momentum', 'rmsprop', 'adagrad', 'adam'];

describe('a finished run that trains on', () => {
  for (const precision of ['float32', 'float64']) {
    for (const batchSize of [10, 'all']) {
      it.each(optimizers)(
        `comes where one long run comes: %s in ${precision}, batches of ${batchSize}`,
        async type => {
          const optimizer = { type, learningRate: 0.01 };
          const settings = { optimizer, precision, batchSize };
          // not at the end of an epoch, so that the order within it has to go on too
          const short = await train(networkText({ ...settings, iterations: 33 }));
          expect(short.state).toBe('finished');
          const middle = await trainOn(short, 47);
          const long = await trainOn(middle, 90);
          const once = await train(networkText({ ...settings, iterations: 90 }));
          expect(await last(long)).toBe(await last(once));
          expect(await costs(long)).toEqual(await costs(once));
          expect(long).toMatchObject({ id: short.id, state: 'finished', iteration: 90, iterations: 90 });
        },
      );
    }
  }

  it('keeps the text of the network, which says how long it was to train first', async () => {
    const text = networkText({ iterations: 20 });
    const long = await trainOn(await train(text), 40);
    expect(readFileSync(join(long.folder, 'network.nn.json'), 'utf8')).toBe(text);
    const weights = decodeCheckpoint(readFileSync(join(long.folder, 'last.safetensors')));
    expect(weights.iteration).toBe(40);
  });
});
