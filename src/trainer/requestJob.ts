import { Cancelled, type Reading } from '../data/reading';
import { createFresh } from '../platform/createAtomically';
import type { FromTrainer, ToTrainer } from '../protocol/trainer';
import { evaluateModel } from '../runs/model/evaluateModel';
import { generateText } from '../runs/model/generating/generateText';
import { predict } from '../runs/model/predict';
import { predictFile } from '../runs/model/predictFile';
import { modelOfRun, type SavedModel } from '../runs/model/savedModel';
import type { Job } from './job';

type Request = Extract<ToTrainer, { type: 'predict' | 'predict-file' | 'evaluate' | 'generate' }>;
type Send = (message: FromTrainer) => void;

/** Answers one request of a trained network. */
export function requestJob(request: Request, send: Send): Job {
  let cancelled = false;
  let told = 0;
  const reading: Reading = {
    cancelled: () => cancelled,
    progress(share) {
      // a reader may tell of each megabyte; a person sees ten a second
      if (performance.now() - told < 100) return;
      told = performance.now();
      send({ type: 'progress', stage: stages[request.type], share });
    },
  };
  const cancel = () => {
    cancelled = true;
  };
  const nothing = () => {};
  return {
    ended: answer(request, reading, send).catch(error => {
      if (!(error instanceof Cancelled)) throw error;
    }),
    control: { pause: nothing, resume: nothing, step: nothing, stop: cancel, cancel },
  };
}

const stages = {
  predict: 'Predicting',
  'predict-file': 'Predicting',
  evaluate: 'Evaluating',
  generate: 'Generating',
} as const;

async function answer(request: Request, reading: Reading, send: Send): Promise<void> {
  const { id } = request;
  const saved = await modelOfRun(request.run, request.weights, reading);
  if (request.type === 'predict') {
    send({ type: 'prediction', id, prediction: await predict(saved, request.input, reading) });
  } else if (request.type === 'evaluate') {
    const [report] = await evaluateModel(saved, [request.set], reading, { plots: true });
    send({ type: 'evaluation', id, report: report! });
  } else if (request.type === 'generate') {
    await generate(saved, request, reading, send);
  } else {
    const { rows, notes, text, close } = await predictFile(saved, request.input, reading);
    try {
      const output = await createFresh(request.output, text());
      send({ type: 'predicted-file', id, output, rows, notes });
    } finally {
      await close();
    }
  }
}

/** Milliseconds between two messages with what was written since. */
const betweenPieces = 50;

async function generate(
  saved: SavedModel,
  request: Extract<Request, { type: 'generate' }>,
  reading: Reading,
  send: Send,
): Promise<void> {
  const { id } = request;
  let piece = '';
  let sent = performance.now();
  const flush = () => {
    if (piece) send({ type: 'generating', id, piece });
    piece = '';
    sent = performance.now();
  };
  for await (const more of generateText(saved, request, reading)) {
    piece += more;
    if (performance.now() - sent >= betweenPieces) flush();
  }
  flush();
  send({ type: 'generated', id });
}
