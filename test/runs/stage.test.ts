import { expect, test } from 'vitest';
import type { RunInfo, RunState } from '../../src/runs/run';
import { shownStage, stageOf, stageWords } from '../../src/runs/stage';

const info = { folder: '/runs/1', iteration: 10, iterations: 100 } as RunInfo;

test.each<[RunState, string]>([
  ['failed', 'Failed'],
  ['stopped', 'Stopped'],
])('a run that %s can go on, and is called %s', (state, word) => {
  const stage = stageOf({ info, state }, undefined);
  expect(stage).toBe('resumable');
  expect(stageWords[shownStage(stage, state)]).toBe(word);
});
