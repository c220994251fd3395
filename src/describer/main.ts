// The process that looks into data files for the host: a table of a gigabyte is counted here, and a damaged file that
// takes a library down takes only this process with it. It ends with the channel.
import { isBroken } from '../data/hdf5/library';
import { Cancelled, type Reading } from '../data/reading';
import { nodeFiles } from '../platform/nodeFiles';
import { factsOf } from '../platform/pythonFiles';
import { boundsOf, mayTouch } from '../platform/realPlace';
import { type FromDescriber, readToDescriber, type ToDescriber } from '../protocol/describer';
import { describeNetwork } from '../runs/preparing/describeNetwork';
import { augmentedPictures } from './augmentedPictures';
import { contentsOf } from './contentsOf';
import { KeptTrainingSet } from './keptTrainingSet';

type Request = Exclude<ToDescriber, { type: 'cancel' }>;

const cancelled = new Set<number>();
const kept = new KeptTrainingSet();
let open = 0;

/** Milliseconds between two signs of life. */
const signEvery = 500;

function say(message: FromDescriber, then = () => {}): void {
  process.send?.(message, then);
}

// a file that holds up the process holds up this too
setInterval(() => {
  if (open > 0) say({ type: 'alive' });
}, signEvery).unref();
say({ type: 'alive' });

async function answer(request: Request): Promise<void> {
  const { id } = request;
  open++;
  say({ type: 'alive', id });
  try {
    const said = await look(request, readingOf(id));
    // the next request is for a new process
    say(said, () => {
      if (isBroken()) process.exit();
    });
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
  } finally {
    cancelled.delete(id);
    open--;
  }
}

/** Says now and then that it goes on, also from inside of work that lets nothing else run. */
function readingOf(id: number): Reading {
  let said = performance.now();
  return {
    cancelled() {
      const now = performance.now();
      if (now - said > signEvery) {
        said = now;
        say({ type: 'alive', id });
      }
      return cancelled.has(id);
    },
  };
}

async function look(request: Request, reading: Reading): Promise<FromDescriber> {
  const { id } = request;
  const files = nodeFiles(request.folder, request.within);
  if (request.type === 'list') {
    return { type: 'contents', id, contents: await contentsOf(files, request.file, reading) };
  }
  if (request.type === 'augment') {
    const { settings, augment, seed } = request;
    const place = JSON.stringify([request.folder, request.within]);
    return {
      type: 'augmented',
      id,
      pictures: await augmentedPictures(settings, augment, seed, { kept, place, files }, reading),
    };
  }
  if (request.type === 'facts') {
    return { type: 'facts', id, facts: await factsOf(files, request.file, reading) };
  }
  const report = await describeNetwork(request.settings, request.weights, files, reading);
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
