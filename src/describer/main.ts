// The process that looks into data files for the host: a table of a gigabyte is counted here, and a damaged file that
// takes a library down takes only this process with it. It ends with the channel.
import { describeData } from '../data/data';
import { Cancelled } from '../data/reading';
import { nodeFiles } from '../platform/nodeFiles';
import type { FromDescriber, ToDescriber } from '../protocol/describer';

const cancelled = new Set<number>();

async function describe({ id, settings, folder }: Extract<ToDescriber, { type: 'describe' }>): Promise<void> {
  try {
    const report = await describeData(settings, nodeFiles(folder), { cancelled: () => cancelled.has(id) });
    const answer: FromDescriber = { type: 'report', id, report };
    process.send?.(answer);
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
  } finally {
    cancelled.delete(id);
  }
}

process.on('message', (message: ToDescriber) => {
  if (message.type === 'cancel') cancelled.add(message.id);
  else void describe(message);
});
process.on('disconnect', () => process.exit());
