import type { MetricValues } from '../core/metrics';
import type { Preprocessing } from '../data/preprocessing';
import type { DataFile } from './dataFiles';
import type { Verdict } from './verdicts/verdict';

export const runStates = [
  'preparing',
  'running',
  'paused',
  'stopped',
  'finished',
  'diverged',
  'failed',
] as const;
export type RunState = (typeof runStates)[number];

/**
 * What of a run's files belongs together. `run.json` says it, so that one renaming of that file is the moment from which
 * on all of them are newer.
 */
export interface Generation {
  /** The generation of the last weights: a number that each checkpoint goes up by. 0 was written before there were any. */
  readonly last: number;
  /** That of the best weights: the checkpoint that they were kept with. */
  readonly best?: number;
  /** Bytes of `metrics.jsonl`; what stands after them isn't part of the run. */
  readonly metrics: number;
}

/** `run.json` in a run's folder: what the run is of. */
export interface RunInfo {
  /** The folder's name, such as `2026-11-23T22-31-07`. */
  readonly id: string;
  /** The folder, absolute in memory; not written. */
  readonly folder: string;
  /** The network file, relative to the folder that holds `.layerwise`. */
  readonly network: string;
  readonly startedAt: string;
  readonly seed: number;
  readonly iterations: number;
  readonly stepsPerEpoch: number;
  /** Of the `data`, `layers` and `training` parts of the text: tells whether the run is of an older version. */
  readonly digest: string;
  readonly state: RunState;
  /** Where the state needs a sentence: the cause of a divergence, the fault of the data. */
  readonly message?: string;
  /** Steps taken at the last checkpoint. */
  readonly iteration: number;
  /** What belongs to the last checkpoint; runs of older versions don't say. */
  readonly checkpoint?: Generation;
  readonly preprocessing?: Preprocessing;
  /** The files of its data, to be known again; runs of older versions don't say. */
  readonly data?: readonly DataFile[];
  /** What happened to the run that its result isn't to be read without: a sentence each. */
  readonly remarks?: readonly string[];
  /** What was worked out about the data, a sentence each: gaps that were filled, the split. */
  readonly choices?: readonly string[];
  /** What it started with of a network that was trained before, a sentence each: what was taken, what wasn't and why. */
  readonly start?: readonly string[];
  /** What it runs on: kernels, precision, threads. */
  readonly engine?: string;
  /** Why it runs on that, a sentence each: what was chosen, and then what was tried before it and failed. */
  readonly engineReasons?: readonly string[];
  /** The rewritings of a step that are in use: `gram`, `write-first`. */
  readonly passes?: readonly string[];
  /** Floating-point operations of a step as the notes write it, forward and backward. */
  readonly flopsPerStep?: number;
  /** What the metrics and the last cost are of, where that isn't all of the data: a part of a sentence. */
  readonly measuredOn?: string;
  /** Which weights are meant where nothing is said, if not the last ones. */
  readonly weights?: 'best';
  /** Where the best weights are meant: what was measured of them. */
  readonly best?: BestFigures;
  /** Why it is no success, though it took all its steps. */
  readonly verdict?: Verdict;
}

/** What was measured of the best weights so far, after so many steps. */
export interface BestFigures extends Pick<MetricPoint, 'iteration' | 'train' | 'test' | 'testCost'> {}

/** What is said of a run whose window has gone. */
export const abandonedMessage =
  'Stopped because the window was closed or reloaded. The weights are kept: Resume goes on from there.';

/** A line of `metrics.jsonl`. */
export interface MetricPoint {
  readonly iteration: number;
  readonly epoch: number;
  /** Of this step's batch, before its update, as the notes print it. */
  readonly cost: number;
  /** Seconds of training so far, pauses left out. */
  readonly seconds: number;
  /** Of this step, where a schedule changes it. */
  readonly learningRate?: number;
  /** Where the data were gone through at this step: the metrics over the training set, by their types. */
  readonly train?: MetricValues;
  /** Those over the test set, and its cost. */
  readonly test?: MetricValues;
  readonly testCost?: number;
  /** Of a network that learns a text: what it writes as it is at this step. */
  readonly sample?: string;
}

export type PredictionInput =
  | { readonly kind: 'row'; readonly values: readonly (string | number)[] }
  | { readonly kind: 'file'; readonly path: string; readonly index?: number }
  | { readonly kind: 'test-example'; readonly index: number };

export interface Prediction {
  /** The outputs ŷ. */
  readonly outputs: readonly number[];
  /** Where the targets are classes: most probable first. */
  readonly classes?: readonly { readonly name: string; readonly probability: number }[];
  /** The true class or value, where it is known. */
  readonly truth?: string;
  /** What had to be decided about the input, a sentence each: a gap that was filled, a text that is new. */
  readonly notes?: readonly string[];
  /** What went in, to be shown. */
  readonly shown:
    | {
        readonly kind: 'row';
        readonly names: readonly string[];
        readonly values: readonly (string | number)[];
      }
    | {
        readonly kind: 'image';
        readonly width: number;
        readonly height: number;
        readonly channels: 1 | 3;
        readonly pixels: readonly number[];
      };
}

/** What was said of examples beside what is true, in the units of the target. */
export interface TargetPlot {
  /** That of the target. */
  readonly name: string;
  readonly truth: readonly number[];
  readonly predicted: readonly number[];
}

export interface EvaluationReport {
  readonly set: 'train' | 'test';
  readonly examples: number;
  readonly cost: number;
  /** Those that suit the targets, by their types; none where they would be of a class that isn't there. */
  readonly metrics: MetricValues;
  readonly classes?: readonly string[];
  /** Where the targets are numbers: their names. */
  readonly targets?: readonly string[];
  /** Of each of the first of them, where they were asked for: of all examples, or of some drawn at random. */
  readonly plots?: readonly TargetPlot[];
  readonly confusion?: readonly (readonly number[])[];
  /** Where all predictions are one class, or there is but one. */
  readonly verdict?: Verdict;
  /** How the data were read, a sentence each. */
  readonly choices?: readonly string[];
  /** What has changed since the training, and what that means for these numbers: a sentence each. */
  readonly notes?: readonly string[];
}
