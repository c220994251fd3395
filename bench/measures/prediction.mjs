import fs from 'node:fs';
import path from 'node:path';
import { readNpy } from '../npy.mjs';
import { difference } from '../prediction/difference.mjs';
import { predictionReport } from '../prediction/predictionReport.mjs';
import { predictors } from '../prediction/predictors.mjs';
import { prepareDigits } from '../prediction/prepareDigits.mjs';
import { askPeer } from '../run/askPeer.mjs';
import { installPeers } from '../run/installPeers.mjs';
import { median } from '../run/median.mjs';
import { allWorkloads } from '../workloads/workload.mjs';

/** In a process, the first time, for which nothing is warm, and again. */
const times = 6;

export default {
  name: 'prediction',
  place: 8,
  async run({ temporary, engine, peers, nodes, runs, say }) {
    const workload = (await allWorkloads()).find(({ name }) => name === 'cnn-mnist');
    const folder = path.join(temporary, 'prediction');
    await installPeers(say);
    const { question, synthetic, onnx } = await prepareDigits(workload, folder, engine);
    const layerwise = [...peers.filter(({ peer }) => peer === 'layerwise'), ...nodes];
    const rows = await predictors(layerwise, onnx);
    const able = rows.filter(({ missing }) => !missing);
    const ask = async (row, choice) => {
      const outputs = path.join(folder, `outputs-${rows.indexOf(row)}.npy`);
      const { seconds, ...about } = await askPeer(
        row,
        { ...question, ...choice, times, outputs },
        choice.threads,
      );
      return { ...about, first: seconds[0], again: median(seconds.slice(1)), outputs };
    };
    for (const row of able) {
      say(`${row.name}: which threads and batches`);
      for (const choice of row.choices.length > 1 ? row.choices : []) {
        const { again } = await ask(row, choice);
        if (!row.best || again < row.best.again) row.best = { ...choice, again };
      }
    }
    for (let round = 1; round <= runs; round++) {
      for (const row of able) {
        say(`${row.name}, round ${round} of ${runs}`);
        const { batchSize, threads } = row.best ?? {};
        const answer = await ask(row, { batchSize, threads });
        Object.assign(row, { threads, batchSize, ...answer });
        (row.firsts ??= []).push(answer.first);
        (row.agains ??= []).push(answer.again);
      }
    }
    const [own] = able;
    const expected = readNpy(own.outputs);
    for (const row of able) if (row !== own) row.difference = difference(expected, readNpy(row.outputs));
    fs.rmSync(folder, { recursive: true });
    return predictionReport({ workload, rows, m: expected.shape[0], synthetic, onnx, times });
  },
};
