import { ConfusionCount, metrics } from '../../../src/core/metrics';

/** The figure of a metric over outputs and targets, an example a row. */
export function metricOver(
  type: string,
  outputs: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
  units?: readonly number[],
): number | null {
  const metric = metrics.find(each => each.type === type)!;
  const n = outputs[0]!.length;
  const confusion = new ConfusionCount(n);
  const tally = metric.begin(n, units && Float64Array.from(units), confusion.counts);
  const A = Float64Array.from(outputs.flat());
  const Y = Float64Array.from(targets.flat());
  for (let i = 0; i < outputs.length; i++) {
    confusion.add(A, Y, i * n);
    tally.add?.(A, Y, i * n);
  }
  return tally.value(outputs.length);
}
