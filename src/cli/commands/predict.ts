import { resolve } from 'node:path';
import { counted } from '../../data/sentence';
import { output } from '../../platform/output';
import { predictFile } from '../../runs/model/predictFile';
import { sourcesOf } from '../../runs/model/sourcesOf';
import { exitCodes } from '../exitCodes';
import { modelOptions, openModel } from '../openModel';
import type { Command } from './command';

export const predict: Command = {
  name: 'predict',
  summary: 'Predicts with a trained network.',
  operands: 'FILE.nn.json',
  count: [1, 1],
  options: {
    ...modelOptions,
    input: {
      value: 'X',
      required: true,
      help: 'A table (CSV, JSON Lines, Excel, Parquet, ARFF), an array (NPY, NPZ, HDF5, IDX), an image or a folder of images.',
    },
    output: { value: 'Y.csv', help: 'Writes the predictions there, where nothing is there yet.' },
    force: {
      help: 'Replaces the file that is there. The network, the weights, the input and the data are never replaced.',
    },
    json: { help: 'Prints one JSON object a line.' },
  },
  details: [
    'The input is prepared as the training data were: encoded, scaled, standardised. The result has the columns of the input and then the prediction: a class and its probability, or the predicted numbers. Without --output it is printed as CSV.',
    'With --json each line is {"row":0,"outputs":[…],"prediction":"…","probability":…}; rows count from 0.',
    'Exit code 0 when done, 1 where the input or the weights don’t fit the network, 2 where a file can’t be read, 130 after Ctrl-C, which leaves no file.',
  ],
  async run(call) {
    const { text, switched, terminal } = call;
    const input = resolve(text('input')!.split('#')[0]!);
    const name = text('output');
    const { saved, reading } = await openModel(call, 'Predicting');
    const target =
      name === undefined
        ? undefined
        : await output(resolve(name), {
            replace: switched('force'),
            kept: () => sourcesOf(saved, input),
            otherwise: 'name another file, or give --force to replace it.',
          });
    const predicted = await predictFile(saved, resolve(text('input')!), reading);
    try {
      for (const note of predicted.notes) terminal.note(note);
      if (target) {
        await target.write(predicted.text());
        terminal.note(`Wrote ${counted(predicted.rows, 'prediction')} to ${name}.`);
      } else if (switched('json')) {
        for (let row = 0; row < predicted.rows; row++) {
          await terminal.write(`${JSON.stringify({ row, ...predicted.at(row) })}\n`);
        }
      } else {
        for await (const piece of predicted.text()) await terminal.write(piece);
      }
    } finally {
      await predicted.close();
    }
    return exitCodes.done;
  },
};
