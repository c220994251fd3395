import type { Op } from '../../kernels/kernels';
import { gram } from '../../plan/gram';
import { rewritten } from '../../plan/passes';
import { type StepOptions, stepOps } from '../../plan/step';
import type { KeptOutputs } from '../keptOutputs';
import type { Model } from '../model';
import { copiesOf } from '../state';

/** Steps of one shard each, as whole programs: nothing is looked at between forward and update. */
export interface FastSteps {
  /**
   * Takes steps on the m examples in the plan's buffers. Where it is asked for, Σ L of the first of them, before its
   * update, is in the plan's sum.
   */
  run(m: number, times: number, withCost: boolean): void;
  /** Copies what a step changes; the copies before are still those that `restore` goes back to. */
  keep(): void;
  /** From now on `restore` goes back to the last copies. */
  confirm(): void;
  restore(): void;
  /**
   * Brings the parameters up to date, where a step works with something else in their stead. The inputs of the last step
   * must still be in the plan.
   */
  settle(): void;
  /** The names of the rewritings in use, for the curious. */
  readonly passes: readonly string[];
}

export interface FastOptions {
  readonly model: Model;
  readonly step: StepOptions;
  /** Whether every step sees all examples, in the same order. */
  readonly fullBatch: boolean;
  /** What brings the inputs of a batch into the plan, where a step is to do that. */
  readonly inputs: Op | undefined;
  /** What frozen layers gave for each example, where that was kept. */
  readonly kept?: KeptOutputs | undefined;
  /** How many steps there are to take. */
  readonly steps: number;
  /** Names of passes that are switched off. */
  readonly without: ReadonlySet<string>;
}

export function fastSteps({ model, step, fullBatch, inputs, kept, steps, without }: FastOptions): FastSteps {
  const {
    kernels,
    plan: { parameters },
  } = model;
  const inner = fullBatch && !without.has('gram') ? gram(step, kernels, steps) : undefined;
  const compile = (withCost: boolean) => {
    const ops: readonly Op[] = stepOps(step, withCost);
    const all = rewritten(inner ? inner.rewrite(ops) : ops, without);
    if (kept) return kernels.compile([kept.op, ...kept.rest(all)]);
    return kernels.compile(inputs ? [inputs, ...all] : all);
  };
  const plain = compile(false);
  const costly = compile(true);
  const changing = [
    ...parameters.map(({ value }) => value.data),
    ...step.slots.flat(),
    ...step.plan.states.map(({ value }) => value.data),
  ];
  const state = [...changing.filter(array => !inner?.idle.has(array)), ...(inner?.state ?? [])];
  let copies = copiesOf(state);
  let confirmed = copiesOf(state);
  const keep = () => copies.keep();
  const confirm = () => {
    [copies, confirmed] = [confirmed, copies];
  };
  let begun = false;
  let settled = true;
  return {
    run(m, times, withCost) {
      if (!begun) {
        begun = true;
        if (inner) {
          inner.begin();
          keep();
        }
      }
      settled = false;
      step.plan.sum[0] = 0;
      if (withCost) costly.run(m);
      const left = withCost ? times - 1 : times;
      if (left > 0) plain.run(m, left);
    },
    keep,
    confirm,
    restore() {
      confirmed.restore();
      settled = false;
    },
    settle() {
      if (!settled) inner?.settle();
      settled = true;
    },
    passes: [
      ...model.plan.passes,
      ...(kept ? ['frozen-once'] : []),
      ...(inner ? ['gram'] : []),
      ...(without.has('write-first') ? [] : ['write-first']),
    ],
  };
}
