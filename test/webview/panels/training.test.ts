import { describe, expect, it } from 'vitest';
import { runActions } from '../../../src/protocol/view';
import { type MetricPoint, runStates } from '../../../src/runs/run';
import { controls, offeredControls, type Stage, stageOf } from '../../../webview/panels/training/controls';
import { accuracyCurves, costCurves } from '../../../webview/panels/training/curves';
import { formatDuration, stepsPerSecond } from '../../../webview/panels/training/pace';
import { lastMeasured } from '../../../webview/panels/training/readout';
import { sampled } from '../../../webview/panels/training/runTable';
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

  const stages: Stage[] = [...runStages(), 'none', 'resumable', 'elsewhere'];
  it.each(stages)('offer something to press in the stage %s, and at most one thing first', stage => {
    expect(controls.some(({ stages }) => stages.includes(stage))).toBe(true);
    const first = controls.filter(({ primary }) => primary.includes(stage));
    expect(first.length).toBe(stage === 'preparing' || stage === 'elsewhere' ? 0 : 1);
    expect(first.every(({ stages }) => stages.includes(stage))).toBe(true);
  });

  it('offer to resume a run that was stopped before its last step, and no other', () => {
    expect(stageOf(undefined)).toBe('none');
    expect(stageOf({ info, state: 'stopped', stale: false })).toBe('resumable');
    expect(stageOf({ info: { ...info, iteration: 100 }, state: 'stopped', stale: false })).toBe('stopped');
    expect(stageOf({ info: { ...info, folder: '' }, state: 'failed', stale: false })).toBe('failed');
    expect(stageOf({ info, state: 'diverged', stale: false })).toBe('diverged');
    expect(stageOf({ info, state: 'running', stale: false, elsewhere: 'process 1 on studio' })).toBe(
      'elsewhere',
    );
  });

  it('offer no more to resume where a run failed before it began, nor to begin where the network has errors', () => {
    const { snapshot } = stateOf(oneHidden);
    const failed = { info: { ...info, folder: '' }, state: 'failed', stale: false } as const;
    expect(offeredControls({ run: failed, snapshot, trusted: true }).map(({ action }) => action)).toEqual([
      'start',
      'reset',
      'new-seed',
    ]);
    const wrong = stateOf([{ id: 'a', type: 'dens' }]).snapshot;
    const offered = offeredControls({ run: undefined, snapshot: wrong, trusted: true });
    expect(offered.every(({ disabled }) => disabled)).toBe(true);
  });

  it('do nothing in a folder that isn’t trusted, and say so', () => {
    const { snapshot } = stateOf(oneHidden);
    const offered = offeredControls({ run: undefined, snapshot, trusted: false });
    expect(offered.map(({ action, disabled }) => [action, disabled])).toEqual([
      ['start', true],
      ['step', true],
    ]);
    expect(offered.every(({ title }) => title.includes('isn’t trusted'))).toBe(true);
  });
});

function runStages(): Stage[] {
  return [...runStates];
}

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

  it.each([
    [0.42, '0.4 s'],
    [59.4, '59 s'],
    [125, '2 min 5 s'],
    [4800, '1 h 20 min'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
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
    const run = points(10, i => (i % 5 === 0 ? { trainAccuracy: i / 10 } : {}));
    expect(accuracyCurves(run)).toEqual([
      { name: 'train accuracy', className: 'train', x: [0, 5], y: [0, 0.5] },
    ]);
  });
});

describe('the readout', () => {
  it('takes an accuracy from the last point that has one, not after the cursor', () => {
    const run = points(10, i => (i % 4 === 0 ? { trainAccuracy: i / 10 } : {}));
    const at = (i: number) => lastMeasured(run, run[i]!, 'trainAccuracy')?.iteration;
    expect([0, 3, 4, 7, 9].map(at)).toEqual([0, 0, 4, 4, 8]);
    expect(lastMeasured(run, run[9]!, 'testAccuracy')).toBeUndefined();
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
