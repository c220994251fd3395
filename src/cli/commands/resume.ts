import { resolve as absolute, basename } from 'node:path';
import { networkFileOf, openRun } from '../../runs/folder/runFolder';
import { ChangedDataFault } from '../../runs/preparing/changedDataFault';
import { RunFault } from '../../runs/runFault';
import { savedRun } from '../../runs/training/savedRun';
import { chooseEngine, engineOption } from '../engineOption';
import { followRun } from '../followRun';
import type { Command } from './command';

export const resume: Command = {
  name: 'resume',
  summary: 'Goes on with a run that was stopped, from its last checkpoint.',
  operands: 'RUN',
  count: [1, 1],
  options: {
    engine: engineOption,
    json: { help: 'Prints one JSON object a line.' },
    iterations: {
      value: 'N',
      as: 'count',
      help: 'Takes N steps in all, instead of those that the run was to take: a finished run trains on.',
    },
    'accept-changes': {
      help: 'Goes on although data files have changed since the run began. The run keeps a remark of it.',
    },
    every: { value: 'N', as: 'count', help: 'Prints the cost of every Nth iteration.' },
    threads: { value: 'N', as: 'count', help: 'Uses at most N threads instead of one for each processor.' },
  },
  details: [
    'RUN is the folder of a run: one in .layerwise/runs, or what was given to train --out. It takes the steps that an uninterrupted run would have taken, to the last bit, with the network as it was when the run began.',
    'Prints, hears Ctrl-C and ends as layerwise train does. A run that is in progress in another window or terminal is refused.',
    'Exit code 0 when finished, 1 where the run can’t go on or diverged, 2 where a file can’t be read, 130 after Ctrl-C.',
  ],
  async run({ operands, text, count, switched, terminal }) {
    chooseEngine(text('engine'));
    const folder = absolute(operands[0]!);
    const name = basename(networkFileOf(await openRun(folder)));
    const options = {
      iterations: count('iterations'),
      threads: count('threads'),
      acceptChanges: switched('accept-changes'),
    };
    return followRun(terminal, name, { json: switched('json'), every: count('every') }, reading =>
      savedRun(folder, reading, options).catch(error => {
        if (!(error instanceof ChangedDataFault)) throw error;
        throw new RunFault(`${error.message} To do that: --accept-changes.`, folder);
      }),
    );
  },
};
