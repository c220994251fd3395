import type { Metric } from '../../core/metrics';
import type { Preprocessing } from '../../data/preprocessing';

/** What the targets are called. */
export interface TargetNames {
  /** Where they are classes: each, in the order of the confusion matrix. */
  readonly classes?: readonly string[];
  /** Where they are numbers: their columns, often with their units: `price (EUR)`. */
  readonly targets?: readonly string[];
}

/** Those of a run. */
export function targetNames({ preprocessing }: { readonly preprocessing?: Preprocessing }): TargetNames {
  const { classes, names, binary } = preprocessing?.targets ?? {};
  return { classes: classes ?? (binary ? ['0', '1'] : undefined), targets: names };
}

/** A metric with what it is of in its title: `precision of “cat”`, `mean absolute error of price (EUR)`. */
export function namedMetric(metric: Metric, { classes, targets }: TargetNames): Metric {
  const [, positive, third] = classes ?? [];
  if (metric.ofPositive && positive !== undefined && third === undefined)
    return of(metric, `“${brief(positive)}”`);
  const [target, another] = targets ?? [];
  return metric.shown === 'amount' && target && another === undefined ? of(metric, brief(target)) : metric;
}

const of = (metric: Metric, name: string): Metric => ({ ...metric, title: `${metric.title} of ${name}` });

const longest = 40;

const brief = (name: string) => (name.length > longest ? `${name.slice(0, longest)}…` : name);
