/**
 * How many steps of a workload a runner takes in one run, from the seconds that `tried` steps took: all of them, or where
 * that would take longer than `longest` seconds, as many as take about `slice`.
 */
export function plannedSteps({ steps, tried, seconds, longest, slice }) {
  const perStep = seconds / tried;
  if (perStep * steps <= longest) return steps;
  return Math.max(2, Math.min(steps, Math.round(slice / perStep)));
}
