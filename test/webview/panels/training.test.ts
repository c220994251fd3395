import { describe, expect, it } from 'vitest';
import { accuracy } from '../../../src/core/metrics/accuracy';
import { controls } from '../../../src/protocol/controls';
import { runActions } from '../../../src/protocol/view';
import { keptPoint } from '../../../src/runs/bestInUse';
import { type MetricPoint, runStates } from '../../../src/runs/run';
import { type Stage, stageOf } from '../../../src/runs/stage';
import { costCurves, metricCurves } from '../../../webview/panels/training/curves';
import { offeredNow } from '../../../webview/panels/training/offeredNow';
import { stepsPerSecond } from '../../../webview/panels/training/pace';
import { lastMeasured } from '../../../webview/panels/training/readout';
import { sampled } from '../../../webview/panels/training/runTable';
import { seedWords } from '../../../webview/panels/training/seedInUse';
import { oneHidden, stateOf } from '../states';

const points = (n: number, more: (i: number) => Partial<MetricPoint> = () => ({})): MetricPoint[] =>
  Array.from({ length: n }, (_, i) => ({
    iteration: i,
    epoch: i,
    cost: 1 / (i + 1),
    seconds: i / 100,
    ...more(i),
  }));

const info = {
  id: 'a',
  folder: '/runs/a',
  network: 'a.nn.json',
  startedAt: '',
  seed: 1,
  iterations: 100,
  stepsPerEpoch: 1,
  digest: '',
  state: 'stopped',
  iteration: 40,
} as const;

describe('the controls', () => {
  it('offer every action somewhere', () => {
    expect(controls.map(({ action }) => action).sort()).toEqual([...runActions].sort());
  });

  const stages: Stage[] = [...runStates, 'none', 'ready', 'resumable', 'elsewhere'];
  it.each(stages)('offer something to press in the stage %s, and at most one thing first', stage => {
    expect(controls.some(({ stages }) => stages.includes(stage))).toBe(true);
    const first = controls.filter(({ primary }) => primary.includes(stage));
    expect(first.length).toBe(stage === 'preparing' || stage === 'elsewhere' ? 0 : 1);
    expect(first.every(({ stages }) => stages.includes(stage))).toBe(true);
  });

  it('offer to resume a run that was stopped before its last step, and no other', () => {
    expect(stageOf(undefined, undefined)).toBe('none');
    expect(stageOf({ info, state: 'stopped' }, undefined)).toBe('resumable');
    expect(stageOf({ info: { ...info, iteration: 100 }, state: 'stopped' }, undefined)).toBe('stopped');
    expect(stageOf({ info: { ...info, folder: '' }, state: 'failed' }, undefined)).toBe('failed');
    expect(stageOf({ info, state: 'diverged' }, undefined)).toBe('diverged');
    expect(stageOf({ info, state: 'running', elsewhere: 'process 1 on studio' }, undefined)).toBe(
      'elsewhere',
    );
  });

  it('offer no more to resume where a run failed before it began, nor to begin where the network has errors', () => {
    const { snapshot } = stateOf(oneHidden);
    const failed = { info: { ...info, folder: '' }, state: 'failed', stale: false } as const;
    expect(
      offeredNow({ run: failed, points: [], snapshot, trusted: true }).map(({ action }) => action),
    ).toEqual(['start', 'reset', 'new-seed']);
    const wrong = stateOf([{ id: 'a', type: 'dens' }]).snapshot;
    const offered = offeredNow({ run: undefined, points: [], snapshot: wrong, trusted: true });
    expect(offered.every(({ disabled }) => disabled)).toBe(true);
  });

  it('offer to train where a run waits before its first step, and to resume after it', () => {
    const { snapshot } = stateOf(oneHidden);
    const run = { info: { ...info, iteration: 0 }, state: 'paused', stale: false } as const;
    const first = (taken: number) =>
      offeredNow({ run, points: points(taken), snapshot, trusted: true }).find(({ primary }) => primary)
        ?.label;
    expect(stageOf(run, undefined)).toBe('ready');
    expect(first(0)).toBe('Train');
    expect(stageOf(run, points(1)[0])).toBe('paused');
    expect(first(1)).toBe('Resume');
  });

  it('offer to train on where a run took all its steps', () => {
    const { snapshot } = stateOf(oneHidden);
    const offered = (state: 'finished' | 'diverged') =>
      offeredNow({ run: { info, state, stale: false }, points: points(100), snapshot, trusted: true });
    expect(offered('finished').map(({ label }) => label)).toEqual([
      'Train',
      'Train On…',
      'Reset',
      'New Seed',
    ]);
    expect(offered('diverged').map(({ label }) => label)).toEqual(['Train', 'Reset', 'New Seed']);
  });

  it('do nothing in a folder that isn’t trusted, and say so', () => {
    const { snapshot } = stateOf(oneHidden);
    const offered = offeredNow({ run: undefined, points: [], snapshot, trusted: false });
    expect(offered.map(({ action, disabled }) => [action, disabled])).toEqual([
      ['start', true],
      ['step', true],
    ]);
    expect(offered.every(({ title }) => title.includes('isn’t trusted'))).toBe(true);
  });
});

describe('the seed in use', () => {
  const words = (seed: number | undefined, run?: { seed: number; stale?: boolean; ready?: boolean }) =>
    seedWords({
      ...stateOf(oneHidden, {}, { training: { loss: 'l2', optimizer: 'sgd', iterations: 5, seed } }),
      points: [],
      run: run && {
        info: { ...info, seed: run.seed, iteration: run.ready ? 0 : 40 },
        state: 'paused',
        stale: run.stale ?? false,
      },
    });

  it('is said before a run and with it, also where the file says none', () => {
    expect(words(7)).toBe('Seed 7');
    expect(words(undefined)).toBe('Seed 1, since the file says none');
    expect(words(7, { seed: 7 })).toBe('Seed 7');
    expect(words(7, { seed: 4711 })).toBe('Seed 4711; the file says 7');
    expect(words(undefined, { seed: 4711 })).toBe('Seed 4711; the file says none, which is 1');
  });

  it('is that of the file again where Train will begin anew', () => {
    expect(words(7, { seed: 4711, ready: true })).toBe('Seed 4711; the file says 7');
    expect(words(7, { seed: 4711, ready: true, stale: true })).toBe('Seed 7');
  });
});

describe('the pace', () => {
  it('is that of the last seconds', () => {
    const run = points(1000, i => ({ seconds: i < 500 ? i : 500 + (i - 500) / 100 }));
    expect(stepsPerSecond(run)).toBeCloseTo(100, 6);
  });

  it('is unknown with one point, or where no time passed', () => {
    expect(stepsPerSecond([])).toBeUndefined();
    expect(stepsPerSecond(points(1))).toBeUndefined();
    expect(stepsPerSecond(points(5, () => ({ seconds: 0 })))).toBeUndefined();
  });
});

describe('the curves', () => {
  it('are the cost alone, or the cost with its average over it', () => {
    expect(costCurves(points(3), 0).map(({ className }) => className)).toEqual(['cost']);
    const [raw, smoothed] = costCurves(points(3), 0.9);
    expect([raw?.className, smoothed?.className]).toEqual(['cost raw', 'cost']);
    expect(smoothed?.y[0]).toBeCloseTo(raw!.y[0]!, 12);
  });

  it('hold an accuracy only where it was computed', () => {
    const run = points(10, i => (i % 5 === 0 ? { train: { accuracy: i / 10 } } : {}));
    expect(metricCurves(run, accuracy)).toEqual([
      { name: 'train accuracy', className: 'train', x: [0, 5], y: [0, 0.5] },
    ]);
  });
});

describe('the readout', () => {
  it('takes an accuracy from the last point that has one, not after the cursor', () => {
    const run = points(10, i => (i % 4 === 0 ? { train: { accuracy: i / 10 } } : {}));
    const at = (i: number) => lastMeasured(run, run[i]!, 'train', 'accuracy')?.iteration;
    expect([0, 3, 4, 7, 9].map(at)).toEqual([0, 0, 4, 4, 8]);
    expect(lastMeasured(run, run[9]!, 'test', 'accuracy')).toBeUndefined();
  });
});

describe('the figures of the best weights', () => {
  const kept = { ...info, weights: 'best', best: { iteration: 4, test: { accuracy: 0.9 } } } as const;
  const run = points(10, i => ({ test: { accuracy: i / 10 } }));

  it('are those in use once the run has ended, with the cost of that step, and not before', () => {
    expect(keptPoint({ info: kept, state: 'finished' }, run)).toEqual({ ...run[4], test: { accuracy: 0.9 } });
    expect(keptPoint({ info: kept, state: 'stopped' }, run)?.iteration).toBe(4);
    expect(keptPoint({ info: kept, state: 'running' }, run)).toBeUndefined();
    expect(keptPoint({ info: { ...kept, weights: undefined }, state: 'finished' }, run)).toBeUndefined();
  });

  it('are the last ones where nothing got worse after them', () => {
    const last = { ...kept, best: { iteration: 9 } };
    expect(keptPoint({ info: last, state: 'finished' }, run)).toBeUndefined();
  });
});

describe('the table', () => {
  it('takes round iterations, as the notes print them, and the last', () => {
    const kept = sampled(points(2401)).map(({ iteration }) => iteration);
    expect(kept.slice(0, 3)).toEqual([0, 100, 200]);
    expect(kept.at(-1)).toBe(2400);
    expect(sampled(points(2500)).at(-1)?.iteration).toBe(2499);
    expect(sampled([])).toEqual([]);
  });
});
