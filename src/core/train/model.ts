import type { Floats, Kernels, Program } from '../kernels/kernels';
import type { Loss } from '../losses';
import type { Parameter } from '../plan/parameters';
import type { Plan } from '../plan/plan';
import type { Work } from '../work';
import type { Dataset } from './dataset';
import type { Gather } from './gather';
import type { Stepper } from './stepper';
import type { Evaluation } from './training';

/** A network with its parameters in place, ready to compute: what evaluating and predicting need. */
export interface Model {
  readonly plan: Plan;
  readonly loss: Loss;
  readonly kernels: Kernels;
  readonly parameters: readonly Parameter[];
  /** The parts of the plan, ready to run. */
  readonly programs: Readonly<Record<'learn' | 'use' | 'cost' | 'objective' | 'backward' | 'clear', Program>>;
  readonly gather: Gather['gather'];
  readonly inputsOp: Gather['inputsOp'];
  readonly arriving: Gather['arriving'];
  readonly prepare: Gather['prepare'];
  /** Cost, metrics and confusion over a data set; yields between shards. */
  evaluate(dataset: Dataset): Work<Evaluation>;
  /** The outputs ŷ for each example, n_y values each, in the units of the targets; yields between shards. */
  predict(dataset: Dataset): Work<Floats>;
  /** The same network with the parameters as they are now, for a series that comes step by step; undefined where it can't be taken so. */
  stepper(): Stepper | undefined;
}
