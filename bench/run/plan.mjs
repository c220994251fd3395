/**
 * How many steps of a workload a runner takes in one run, from the seconds that `tried` steps took: all of them, or where
 * that would take longer than `longest` seconds, as many as take about `slice`; ten at least, unless one takes more than
 * a third of that, since the first are slower than those that follow.
 */
export function plannedSteps({ steps, tried, seconds, longest, slice }) {
  const perStep = seconds / tried;
  if (perStep * steps <= longest) return steps;
  const least = perStep < slice / 3 ? 10 : 2;
  return Math.min(steps, Math.max(least, Math.round(slice / perStep)));
}
