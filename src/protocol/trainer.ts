import type { EvaluationReport, MetricPoint, Prediction, PredictionInput, RunInfo, RunState } from '../runs/run';

/** From the host to the training process: verbs. One process trains one run, or answers one request. */
export type ToTrainer =
  /** Starts a run of the network file with `text`, which may not be saved yet. `paused` waits before the first step. */
  | { readonly type: 'train'; readonly file: string; readonly text: string; readonly seed?: number; readonly paused: boolean }
  /** Goes on with a run from its last checkpoint. */
  | { readonly type: 'resume-run'; readonly folder: string; readonly paused: boolean }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'step' }
  /** Ends the run within 100 ms and keeps the weights. */
  | { readonly type: 'stop' }
  | { readonly type: 'predict'; readonly run: string; readonly weights: 'best' | 'last'; readonly input: PredictionInput }
  | { readonly type: 'predict-file'; readonly run: string; readonly weights: 'best' | 'last'; readonly input: string; readonly output: string }
  | { readonly type: 'evaluate'; readonly run: string; readonly weights: 'best' | 'last'; readonly set: 'train' | 'test' }
  | { readonly type: 'cancel' };

/** From the training process: nouns. */
export type FromTrainer =
  | { readonly type: 'progress'; readonly stage: string; readonly share?: number }
  | { readonly type: 'run'; readonly info: RunInfo }
  /** The points since the last message, at most about 20 messages a second. */
  | { readonly type: 'metrics'; readonly points: readonly MetricPoint[] }
  | { readonly type: 'state'; readonly state: RunState; readonly message?: string }
  | { readonly type: 'prediction'; readonly prediction: Prediction }
  | { readonly type: 'predicted-file'; readonly output: string; readonly rows: number }
  | { readonly type: 'evaluation'; readonly report: EvaluationReport }
  /** A user's fault that ended the request, in one sentence. */
  | { readonly type: 'fault'; readonly message: string; readonly file?: string };
