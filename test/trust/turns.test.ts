import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Reading } from '../../src/data/reading';
import { predictFile } from '../../src/runs/model/predictFile';
import { modelOfRun } from '../../src/runs/model/savedModel';
import { newRun } from '../../src/runs/training/newRun';
import { startSession } from '../../src/runs/training/session';
import { row } from './row';

/** Milliseconds of the processor that the event loop may be held at a time; half of it is what an idle machine needs. */
const longestHeld = 100;

const timeOfThread = '/proc/thread-self/schedstat';

/** Milliseconds that the processor gave this thread; where the system doesn’t say, the whole process, with those that collect garbage. */
const clock = existsSync(timeOfThread)
  ? () => Number.parseInt(readFileSync(timeOfThread, 'latin1'), 10) / 1e6
  : () => process.cpuUsage().user / 1000;

/** Does `work`, and gives the longest time of the processor between two turns of the event loop. */
async function heldBy(work: () => Promise<unknown>): Promise<number> {
  let [last, longest, ended] = [clock(), 0, false];
  const look = () => {
    const now = clock();
    longest = Math.max(longest, now - last);
    last = now;
    if (!ended) setImmediate(look);
  };
  setImmediate(look);
  await work();
  ended = true;
  await new Promise(resolve => setImmediate(resolve));
  return longest;
}

/** The least of some tries: garbage is collected now and then, and compiling takes its time once. */
async function leastHeld(work: () => Promise<unknown>, tries = 4): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries && least > longestHeld / 2; i++) least = Math.min(least, await heldBy(work));
  return least;
}

const network = (units: number, data: object, iterations: number) => ({
  data,
  layers: [
    { id: 'input', type: 'input' },
    { id: 'hidden', type: 'dense', units, activation: 'relu' },
    { id: 'next', type: 'dense', units, activation: 'relu' },
    { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
  ],
  training: { loss: 'binary-cross-entropy', optimizer: 'adam', iterations },
});

row('long work gives the event loop its turn', { quick: 150_000, full: 200_000 }, async (count, tally) => {
  const base = mkdtempSync(join(tmpdir(), 'layerwise-turns-'));
  const open = (name: string, text: object) => (reading: Reading) =>
    newRun({ file: join(base, `${name}.nn.json`), text: JSON.stringify(text) }, reading);
  /** A run that is stopped before its first step: a step of the reference kernels is one piece of work, however long. */
  const draw = (name: string, text: object) => {
    const session = startSession(
      open(name, text),
      { state: state => state === 'paused' && session.stop() },
      { paused: true },
    );
    return session.ended;
  };
  const said: string[] = [];
  const hold = (what: string, held: number) => {
    said.push(`  ${what}: ${held.toFixed(0)} ms of the processor at a time`);
    expect(held).toBeLessThan(longestHeld);
  };
  try {
    const table = (rows: number) =>
      `a,b,c,colour,kind\n${Array.from({ length: rows }, (_, i) => `${i % 97},${i / 7},${i % 11 === 0 ? '' : i % 13},${['red', 'blue'][i % 2]},${i % 3 === 0 ? 'yes' : 'no'}\n`).join('')}`;
    writeFileSync(join(base, 'a.csv'), table(200));
    writeFileSync(join(base, 'many.csv'), table(count));
    const learning = network(4, { file: 'a.csv', target: 'kind', standardise: true }, 5);
    const run = await startSession(open('a', learning), {}).ended;
    const saved = await modelOfRun(run!.folder, 'last');
    await tally.try('rows that are predicted', async () => {
      const predicting = async () => {
        const found = await predictFile(saved, join(base, 'many.csv'));
        expect(found.rows).toBe(count);
        for await (const _ of found.text());
        await found.close();
      };
      hold(`${count.toLocaleString('en-US')} rows that are predicted`, await leastHeld(predicting));
    });
    await tally.try('weights that are drawn', async () => {
      const units = Math.round(Math.sqrt(10 * count));
      const wide = network(units, { generator: 'moons', examples: 10, split: { test: 0 } }, 1);
      const drawing = async () => expect((await draw('wide', wide))?.state).toBe('stopped');
      hold(`${(units * units).toLocaleString('en-US')} weights that are drawn`, await leastHeld(drawing));
    });
  } finally {
    console.log(said.join('\n'));
    rmSync(base, { recursive: true, force: true });
  }
});
