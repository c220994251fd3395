import type { FromTrainer, ToTrainer } from '../protocol/trainer';
import { abandonedMessage, type MetricPoint } from '../runs/run';
import { newRun } from '../runs/training/newRun';
import type { RunAhead } from '../runs/training/runAhead';
import { savedRun } from '../runs/training/savedRun';
import { startSession } from '../runs/training/session';
import { coalesced } from './coalesced';
import { faultSentence } from './faultSentence';
import type { Job } from './job';

/** Milliseconds between two messages with metrics: 20 a second. */
const metricsEvery = 50;

/** Trains one run, and relays it. */
export function trainJob(
  request: Extract<ToTrainer, { type: 'train' | 'resume-run' }>,
  send: (message: FromTrainer) => void,
  ahead?: RunAhead,
): Job {
  const metrics = coalesced<MetricPoint>(metricsEvery, points => send({ type: 'metrics', points }));
  const session = startSession(
    reading =>
      request.type === 'train'
        ? newRun({ ...request, ahead }, reading)
        : savedRun(request.folder, reading, request),
    {
      progress: (stage, share) => send({ type: 'progress', stage, share }),
      metric: point => metrics.add(point),
      // a state comes after the points that led to it
      run(info) {
        metrics.flush();
        send({ type: 'run', info });
      },
      state(state, message) {
        metrics.flush();
        send({ type: 'state', state, message });
      },
    },
    { paused: request.paused },
  );
  const ended = session.ended.catch(error => {
    metrics.flush();
    send({ type: 'state', state: 'failed', message: faultSentence(error).message });
    throw error;
  });
  return {
    ended,
    abandon: () => session.stop(abandonedMessage),
    control: {
      pause: session.pause,
      resume: session.resume,
      step: session.step,
      stop: () => session.stop(),
      cancel: () => session.stop(),
    },
  };
}
