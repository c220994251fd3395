// The training process: trains one run or answers one request of the host that forked it, then ends.
import { type ToTrainer, toTrainerSchema } from '../protocol/trainer';
import { faultOf } from '../runs/faultOf';
import type { RunAhead } from '../runs/training/runAhead';
import { beReady } from './beReady';
import { allSent, send } from './channel';
import { faultSentence } from './faultSentence';
import type { Job } from './job';
import { requestJob } from './requestJob';
import { trainJob } from './trainJob';

let job: Job | undefined;
let ahead: RunAhead | undefined;

process.on('message', message => {
  const parsed = toTrainerSchema.safeParse(message);
  if (!parsed.success) {
    send({ type: 'fault', message: 'The training process was sent a message that it doesn’t know.' });
    return;
  }
  receive(parsed.data);
});

// the host has gone, by a reload of the window or by its death: what was trained is written before this process ends
process.on('disconnect', () => {
  if (job?.abandon) job.abandon();
  else stop();
});
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
process.on('SIGHUP', stop);

process.on('uncaughtException', endWithFault);
process.on('unhandledRejection', endWithFault);

function receive(message: ToTrainer): void {
  switch (message.type) {
    case 'be-ready':
      // a list of processes tells it from those that train
      process.title = 'layerwise: ready';
      ahead = beReady(message);
      break;
    case 'train': {
      const made = ahead;
      ahead = undefined;
      begin(() => trainJob(message, send, made));
      break;
    }
    case 'resume-run':
      dropAhead();
      begin(() => trainJob(message, send));
      break;
    case 'predict':
    case 'predict-file':
    case 'evaluate':
    case 'generate':
      dropAhead();
      begin(() => requestJob(message, send));
      break;
    default:
      job?.control[message.type]();
  }
}

/** What was made ready is of a training, and this process does something else. */
function dropAhead(): void {
  ahead?.drop();
  ahead = undefined;
}

function begin(start: () => Job): void {
  if (job) {
    send({ type: 'fault', message: 'This training process is at work already: start another one.' });
    return;
  }
  process.title = `layerwise: ${process.argv[1]}`;
  job = start();
  job.ended.then(() => end(0), endWithFault);
}

function stop(): void {
  if (job) job.control.stop();
  else process.exit(0);
}

async function endWithFault(error: unknown): Promise<void> {
  const expected = faultOf(error) !== undefined;
  if (!expected) console.error(error);
  send({ type: 'fault', ...faultSentence(error) });
  await end(expected ? 0 : 1);
}

async function end(code: number): Promise<void> {
  await allSent();
  process.exit(code);
}
