import { expect, test } from 'vitest';
import { stepsTaken } from '../../src/runs/stepsTaken';

const point = (iteration: number) => ({ iteration, epoch: 0, cost: 1, seconds: 0 });

test.each([
  ['nothing yet', 'preparing', undefined, 0, 0],
  ['the first step', 'running', 0, 0, 1],
  ['a run in progress, whose file is older', 'running', 41, 0, 42],
  ['a single step of a run that was paused before it', 'paused', 41, 41, 42],
  ['a run that was stopped after its last point', 'stopped', 41, 47, 47],
  ['all steps', 'finished', 120, 120, 120],
  ['a run that stopped early, with the cost after its last step', 'finished', 30, 30, 30],
] as const)('%s', (_, state, last, iteration, taken) => {
  const at = last === undefined ? undefined : point(last);
  expect(stepsTaken(at, { iterations: 120, iteration, state })).toBe(taken);
});
