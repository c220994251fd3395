import { bytesText } from '../../data/sentence';
import { costText } from '../../runs/figures/costText';
import { listRuns } from '../../runs/folder/listRuns';
import { runEntry, stateOf } from '../../runs/folder/runEntry';
import { aFewAtATime } from '../../runs/pacing/aFewAtATime';
import { columns } from '../columns';
import { exitCodes } from '../exitCodes';
import { readNetworkFile } from '../readNetworkFile';
import type { Command } from './command';

export const runs: Command = {
  name: 'runs',
  summary: 'Lists the runs of a network that are kept in .layerwise.',
  operands: 'FILE.nn.json',
  count: [1, 1],
  options: { json: { help: 'Prints one JSON object a line.' } },
  details: [
    'Newest first: the run, its state, its steps, its last cost and its size on the disk; pinned ones are never removed for newer ones.',
    'With --json each line is {"run":"…","folder":"…","startedAt":"…","state":"…","iteration":…,"iterations":…,"cost":…,"bytes":…,"pinned":false}.',
    'Exit code 0 also where there are none, 2 where the file can’t be read.',
  ],
  async run({ operands, switched, terminal }) {
    const { file, name } = await readNetworkFile(operands[0]!);
    const entries = await aFewAtATime(await listRuns(file), runEntry);
    if (switched('json')) {
      for (const entry of entries) {
        const { info, last, bytes, pinned } = entry;
        const { id, folder, startedAt, iteration, iterations } = info;
        const state = stateOf(entry);
        const cost = last?.cost;
        terminal.line(
          JSON.stringify({ run: id, folder, startedAt, state, iteration, iterations, cost, bytes, pinned }),
        );
      }
      return exitCodes.done;
    }
    if (entries.length === 0) terminal.note(`${name} has no runs in .layerwise.`);
    const rows = entries.map(entry => {
      const { info, last, bytes, pinned } = entry;
      const steps = `${info.iteration} of ${info.iterations}`;
      const cost = last ? `cost ${costText(last.cost)}` : '';
      return [info.id, stateOf(entry), steps, cost, bytesText(bytes), pinned ? 'pinned' : ''];
    });
    for (const line of columns(rows)) terminal.line(line.trimEnd());
    return exitCodes.done;
  },
};
