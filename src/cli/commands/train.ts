import { newRun } from '../../runs/training/newRun';
import type { OpenedRun } from '../../runs/training/openedRun';
import { chooseEngine, engineOption } from '../engineOption';
import { followRun } from '../followRun';
import { profileLines } from '../profileLines';
import { readNetworkFile } from '../readNetworkFile';
import type { Command } from './command';

export const train: Command = {
  name: 'train',
  summary: 'Trains a network on its data.',
  operands: 'FILE.nn.json',
  count: [1, 1],
  options: {
    engine: engineOption,
    json: { help: 'Prints one JSON object a line.' },
    iterations: { value: 'N', as: 'count', help: 'Takes N steps, whatever the file says.' },
    every: { value: 'N', as: 'count', help: 'Prints the cost of every Nth iteration.' },
    threads: {
      value: 'N',
      as: 'count',
      help: 'Uses at most N threads instead of one for each processor. The result is the same to the last bit.',
    },
    profile: {
      help: 'Prints in the end what each layer took in a step, forward and backward: milliseconds, GFLOP/s and share of what the processor can do.',
    },
    out: { value: 'DIR', help: 'Keeps the run in DIR instead of .layerwise/runs/<time> beside the file.' },
  },
  details: [
    'Prints the cost before the update of every 100th iteration: with --json more often in runs of fewer than 2500 iterations, on a terminal at most 25 lines. Iteration N of N is the cost over the training set after the last update.',
    'With --json each line is {"iteration":0,"cost":0.6931471805599453,…} with "train", "test" (the metrics by name: {"accuracy":0.7}) and "testCost" where they were computed, and the last {"done":true,"train":{…},"test":{…},"seconds":…,"weights":"…"}. Shares are from 0 to 1, errors in the units of the targets; null is said where a metric has no value. Of data that stay in their file because they are bigger than memory, measuredOn says how many examples that is of. Where the run is no success though it took all its steps, such as one whose cost grew, "verdict" has a sentence and what would mend it. A training that diverged ends with {"diverged":true,…}, a stopped one with {"stopped":true,…}.',
    'Ctrl-C stops and keeps the weights, as does a terminal that is closed; layerwise resume goes on from there. A second Ctrl-C ends the process at once.',
    'Exit code 0 when finished, whatever was learnt (a sentence on standard error says where that is nothing), 1 where the network has errors or the training diverged, 2 where a file can’t be read, 130 after Ctrl-C.',
  ],
  async run({ operands, text, count, switched, terminal }) {
    chooseEngine(text('engine'));
    const network = await readNetworkFile(operands[0]!);
    const options = {
      file: network.file,
      text: network.text,
      iterations: count('iterations'),
      folder: text('out'),
      threads: count('threads'),
      profile: switched('profile'),
    };
    let opened: OpenedRun | undefined;
    const follow = { json: switched('json'), every: count('every') };
    const code = await followRun(terminal, network.name, follow, async reading => {
      opened = await newRun(options, reading);
      for (const warning of opened.warnings ?? []) terminal.note(`Warning: ${warning}`);
      return opened;
    });
    const profile = opened?.profile?.();
    if (profile) for (const line of profileLines(profile, switched('json'))) terminal.line(line);
    return code;
  },
};
