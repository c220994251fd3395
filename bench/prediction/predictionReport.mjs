import { counted, milliseconds, threeDigits } from '../report/numbers.mjs';
import { table } from '../report/table.mjs';
import { median } from '../run/median.mjs';

/** The prediction as a table, with what is to be known of it around. Ratios are to PyTorch, each predicting again. */
export function predictionReport({ workload, rows, m, synthetic, onnx, times }) {
  const able = rows.filter(({ missing }) => !missing);
  const pytorch = able.find(({ name }) => name === 'PyTorch');
  const base = pytorch && median(pytorch.agains);
  return [
    `${counted(m)} digits by cnn-mnist (${workload.shape}), trained by Layerwise, which the others get the parameters of. From pictures in memory to probabilities, medians of ${able[0].agains.length} processes: the first time that one predicts them, and the median of the ${times - 1} times after it. PyTorch and onnxruntime-node predict one batch before the first, and have their pictures scaled already; each gets the number of threads and the batch size that were quickest in a trial.${
      synthetic ? ' Synthetic pictures, because the real ones aren’t here.' : ''
    }`,
    '',
    table(
      [
        '',
        'batch',
        'first time',
        'again',
        'runs, again',
        'again, to PyTorch',
        'largest difference',
        'other digit',
      ],
      able.map(row => rowOf(row, base)),
    ),
    '',
    ...able.filter(({ engine }) => engine).map(({ name, engine }) => `- ${name}: ${engine}.`),
    ...(onnx.by ? [`- onnxruntime-node reads what ${onnx.by} wrote.`] : []),
    ...rows.filter(({ missing }) => missing).map(({ name, missing }) => `- Missing: ${name} (${missing}).`),
  ].join('\n');
}

function rowOf({ name, version, threads, batchSize, firsts, agains, difference }, base) {
  const counting = threads ? `, ${threads} thread${threads > 1 ? 's' : ''}` : '';
  return [
    `${name} ${version}${counting}`,
    counted(batchSize),
    milliseconds(median(firsts) * 1000),
    milliseconds(median(agains) * 1000),
    `${threeDigits(Math.min(...agains) * 1000)}–${threeDigits(Math.max(...agains) * 1000)}`,
    base === undefined ? '–' : `${threeDigits(median(agains) / base)}×`,
    difference ? difference.largest.toExponential(1) : '',
    difference ? counted(difference.others) : '',
  ];
}
