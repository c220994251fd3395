import { expect, test } from 'vitest';
import { stepsTaken } from '../../src/runs/stepsTaken';

const point = (iteration: number) => ({ iteration, epoch: 0, cost: 1, seconds: 0 });

test.each([
  ['nothing yet', undefined, 0, 0],
  ['the first step', 0, 0, 1],
  ['a run in progress, whose file is older', 41, 0, 42],
  ['a run that was stopped after its last point', 41, 47, 47],
  ['all steps', 120, 120, 120],
  ['a run that stopped early, with the cost after its last step', 30, 30, 30],
])('%s', (_, last, iteration, taken) => {
  const at = last === undefined ? undefined : point(last);
  expect(stepsTaken(at, { iterations: 120, iteration })).toBe(taken);
});
