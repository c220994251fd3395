// The process that looks into data files for the host: a table of a gigabyte is counted here, and a damaged file that
// takes a library down takes only this process with it. It ends with the channel.
import { describeData } from '../data/data';
import { Cancelled, type Reading } from '../data/reading';
import { nodeFiles } from '../platform/nodeFiles';
import { factsOf } from '../platform/pythonFiles';
import { boundsOf, mayTouch } from '../platform/realPlace';
import { type FromDescriber, readToDescriber, type ToDescriber } from '../protocol/describer';
import { contentsOf } from './contentsOf';

type Request = Exclude<ToDescriber, { type: 'cancel' }>;

const cancelled = new Set<number>();

async function answer(request: Request): Promise<void> {
  const { id } = request;
  try {
    const said: FromDescriber = await look(request, { cancelled: () => cancelled.has(id) });
    process.send?.(said);
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
  } finally {
    cancelled.delete(id);
  }
}

async function look(request: Request, reading: Reading): Promise<FromDescriber> {
  const { id } = request;
  const files = nodeFiles(request.folder, request.within);
  if (request.type === 'list') {
    return { type: 'contents', id, contents: await contentsOf(files, request.file, reading) };
  }
  if (request.type === 'facts') {
    return { type: 'facts', id, facts: await factsOf(files, request.file, reading) };
  }
  const report = await describeData(request.settings, files, reading);
  const bounds = boundsOf(request.folder, request.within);
  // the host watches these
  return {
    type: 'report',
    id,
    report: { ...report, files: report.files.filter(file => mayTouch(file, bounds)) },
  };
}

process.on('message', said => {
  const message = readToDescriber(said);
  if (!message) throw new Error('The host sent a message that this process doesn’t know.');
  if (message.type === 'cancel') cancelled.add(message.id);
  else void answer(message);
});
process.on('disconnect', () => process.exit());
