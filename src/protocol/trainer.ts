import * as z from 'zod';
import type { DataFault } from '../core/network/dataReport';
import type { EvaluationReport, MetricPoint, Prediction, RunInfo, RunState } from '../runs/run';
import { generationFields } from './generation';
import { dataFault, evaluationReport, points, prediction, runInfo, runState, texts } from './parts';
import { readMessage } from './readMessage';

/** Those that the run means, where none are said. */
const weights = z.enum(['best', 'last']).optional();
const path = z.string().min(1);
/** The answer to a request has its id. */
const id = z.int().min(0);

const predictionInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('row'), values: z.array(z.union([z.string(), z.number()])).readonly() }),
  z.strictObject({ kind: z.literal('file'), path, index: z.int().min(0).optional() }),
  z.strictObject({ kind: z.literal('test-example'), index: z.int().min(0) }),
]);

/** From the host to the training process: verbs. One process trains one run, or answers one request. */
export const toTrainerSchema = z.discriminatedUnion('type', [
  /** Before there is anything to do: reads what it is likely to train, and finds out what it will compute that with. */
  z.strictObject({ type: z.literal('be-ready'), file: path, text: z.string() }),
  /** Starts a run of the network file with `text`, which may not be saved yet. `paused` waits before the first step. */
  z.strictObject({
    type: z.literal('train'),
    file: path,
    text: z.string(),
    seed: z.int().min(0).max(4294967295).optional(),
    paused: z.boolean(),
  }),
  /** Goes on with a run from its last checkpoint. `iterations` in all, instead of those it was to take. */
  z.strictObject({
    type: z.literal('resume-run'),
    folder: path,
    paused: z.boolean(),
    iterations: z.int().min(1).optional(),
    acceptChanges: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('pause') }),
  z.strictObject({ type: z.literal('resume') }),
  z.strictObject({ type: z.literal('step') }),
  /** Ends the run within 100 ms and keeps the weights. */
  z.strictObject({ type: z.literal('stop') }),
  z.strictObject({ type: z.literal('predict'), id, run: path, weights, input: predictionInput }),
  /** Writes a CSV to `output`, or where that exists to a fresh name beside it. */
  z.strictObject({ type: z.literal('predict-file'), id, run: path, weights, input: path, output: path }),
  z.strictObject({ type: z.literal('evaluate'), id, run: path, weights, set: z.enum(['train', 'test']) }),
  /** Goes on with a text: `generating` with each piece, and `generated` in the end. */
  z.strictObject({ type: z.literal('generate'), id, run: path, weights, ...generationFields }),
  /** Ends a request; nothing it was writing is left behind. */
  z.strictObject({ type: z.literal('cancel') }),
]);
export type ToTrainer = z.infer<typeof toTrainerSchema>;

/** From the training process: nouns. */
export type FromTrainer =
  | { readonly type: 'progress'; readonly stage: string; readonly share?: number }
  /** When the run has its folder, and again when it has ended. */
  | { readonly type: 'run'; readonly info: RunInfo }
  /** The points since the last message, at most about 20 messages a second. */
  | { readonly type: 'metrics'; readonly points: readonly MetricPoint[] }
  | { readonly type: 'state'; readonly state: RunState; readonly message?: string }
  | { readonly type: 'prediction'; readonly id: number; readonly prediction: Prediction }
  | {
      readonly type: 'predicted-file';
      readonly id: number;
      readonly output: string;
      readonly rows: number;
      /** What had to be decided about the rows, a sentence each. */
      readonly notes: readonly string[];
    }
  | { readonly type: 'evaluation'; readonly id: number; readonly report: EvaluationReport }
  | { readonly type: 'generating'; readonly id: number; readonly piece: string }
  | { readonly type: 'generated'; readonly id: number }
  /** A user's fault that ended the request, in one sentence. */
  | {
      readonly type: 'fault';
      readonly message: string;
      readonly file?: string;
      /** Where it is a fault of the data: the same as a value, with what mends it. */
      readonly data?: DataFault;
    };

export const fromTrainerSchema: z.ZodType<FromTrainer> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), stage: z.string(), share: z.number().optional() }),
  z.object({ type: z.literal('run'), info: runInfo }),
  z.object({ type: z.literal('metrics'), points }),
  z.object({ type: z.literal('state'), state: runState, message: z.string().optional() }),
  z.object({ type: z.literal('prediction'), id, prediction }),
  z.object({ type: z.literal('predicted-file'), id, output: z.string(), rows: z.int().min(0), notes: texts }),
  z.object({ type: z.literal('evaluation'), id, report: evaluationReport }),
  z.object({ type: z.literal('generating'), id, piece: z.string() }),
  z.object({ type: z.literal('generated'), id }),
  z.object({
    type: z.literal('fault'),
    message: z.string(),
    file: z.string().optional(),
    data: dataFault.optional(),
  }),
]);

export const readFromTrainer = readMessage(fromTrainerSchema);
