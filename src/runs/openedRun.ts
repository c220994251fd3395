import type { Dataset } from '../core/train/dataset';
import type { Training } from '../core/train/training';
import type { Recorder } from './recorder';
import type { RunInfo } from './run';

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
  readonly info: RunInfo;
  readonly recorder: Recorder;
  /** Seconds of training that led here. */
  readonly seconds: number;
  /** To be called in the end: releases the files in which data were left. */
  close(): Promise<void>;
}
