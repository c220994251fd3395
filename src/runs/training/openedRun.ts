import type { Profile } from '../../core/kernels/profile';
import type { Dataset } from '../../core/train/dataset';
import type { WatchedFigure } from '../../core/train/figureOf';
import type { Training } from '../../core/train/training';
import type { Work } from '../../core/work';
import type { Recorder } from '../folder/recorder';
import type { MetricPoint, RunInfo } from '../run';
import type { Outcome, Verdict } from '../verdicts';

/** A run ready for its next step. */
export interface OpenedRun {
  readonly training: Training;
  /** What accuracy and cost are measured on; the test set where there is one. */
  readonly train: Dataset;
  readonly test: Dataset | undefined;
  /** Floating-point operations of an evaluation. */
  readonly evaluationFlops: number;
  /** `training.evaluateEvery` of the file. */
  readonly evaluateEvery: number | undefined;
  /** Of a network that learns a text: what it writes as it is now. The same steps are taken with it as without. */
  readonly sample?: { readonly every: number | undefined; write(): Work<string> } | undefined;
  /** The figure by which weights are the best. */
  readonly bestBy: WatchedFigure;
  readonly info: RunInfo;
  readonly recorder: Recorder;
  /** What the network may have wrong, of a new run: a sentence each, with its place in the file. */
  readonly warnings?: readonly string[];
  /** Seconds of training that led here. */
  readonly seconds: number;
  /** Points of it that were kept before, where it goes on. */
  readonly earlier?: readonly MetricPoint[];
  /** Says why it is no success, of the costs on the way and what was measured in the end. */
  judge(ended: Pick<Outcome, 'costs' | 'end' | 'objective' | 'stop'>): Verdict | undefined;
  /** What the steps so far took, layer by layer, where that is measured. */
  profile?(): Profile & { readonly threads: number };
  /** To be called in the end: releases the files in which data were left. */
  close(): Promise<void>;
}
