import type { z } from 'zod';
import type { Floats } from '../kernels/floats';

/** The running averages an optimizer keeps for one parameter, each as long as the parameter. */
export type OptimizerSlots = readonly Floats[];

export interface Optimizer {
  readonly type: string;
  readonly title: string;
  readonly formula: string;
  readonly summary: string;
  /** Its fields besides `type`: learningRate first; each with default, bounds, title and description. */
  readonly fields: z.ZodRawShape;
  /** The names of its slots: `['v', 's']` for Adam. */
  readonly slots: readonly string[];
  /** Whether the update is linear in past gradients, so that what is linear in a parameter can be updated alike. */
  readonly linear?: true;
  /** One step over one parameter, in place; `step` counts from 1. */
  update(
    fields: Readonly<Record<string, number>>,
    parameter: Floats,
    gradient: Floats,
    slots: OptimizerSlots,
    step: number,
  ): void;
}
