import type { Snapshot } from '../../core/analyze';
import type { DataFacts } from '../../core/network/dataReport';
import type { NetworkEdit } from '../../core/network/edit';
import type { Evaluation } from '../../core/train/training';
import type { StopReason } from '../../core/train/watch';

/** Why a run that took all its steps is no success: one sentence, and what would mend it where that is known. */
export interface Verdict {
  /** `cost-rose`, `one-class`, … */
  readonly code: string;
  readonly message: string;
  readonly fix?: Way;
}

/** A change of the network, and what pressing it does, as a command. */
export interface Way {
  readonly title: string;
  readonly edits: readonly NetworkEdit[];
}

/** How a run ended, and of what it was. */
export interface Outcome {
  /** The network as it was trained, with all that was known of its data. */
  readonly snapshot: Snapshot;
  readonly facts: DataFacts | undefined;
  /** The names of the classes, in the order of the confusion matrix. */
  readonly classes: readonly string[] | undefined;
  /** Costs on the way, from the first, and at which iterations; of a batch each, brought to the size of the training set. */
  readonly costs: readonly { readonly iteration: number; readonly cost: number }[];
  /** Whether each of them is of all examples. */
  readonly fullBatch: boolean;
  /** Those that were taken. */
  readonly steps: number;
  /** Why there are no more of them, where it stopped early. */
  readonly stop?: StopReason | undefined;
  /** Over the training set, after the last step. */
  readonly end: Evaluation;
  /** The cost of the steps there: with weighed examples, smoothed labels and the L2 penalty, none of which `end` counts. */
  readonly objective: number;
}

/** One way of failing. */
export type Judge = (outcome: Outcome) => Verdict | undefined;
