import { describe, expect, it } from 'vitest';
import { NetworkRun } from '../../src/host/training/networkRun';
import type { ToView } from '../../src/protocol/view';
import type { MetricPoint, RunInfo } from '../../src/runs/run';

const info: RunInfo = {
  id: 'a',
  folder: '/runs/a',
  network: 'a.nn.json',
  startedAt: '2026-11-23T21:31:07.000Z',
  seed: 1,
  iterations: 100,
  stepsPerEpoch: 1,
  digest: '',
  state: 'running',
  iteration: 2,
};
const points = (...iterations: number[]): MetricPoint[] =>
  iterations.map(iteration => ({ iteration, epoch: 0, cost: 1, seconds: iteration }));

function shown() {
  const said: ToView[] = [];
  const run = new NetworkRun({ path: '/a.nn.json' } as never, {
    say: message => said.push(message),
    changed: () => {},
    failed: () => {},
    log: () => {},
  });
  return { run, said };
}

describe('a run that another process writes', () => {
  it('is shown as that, in progress, and neither stopped nor resumed from here', () => {
    const { run } = shown();
    run.show(info, points(0, 1), 'process 4711 on studio');
    expect(run).toMatchObject({
      state: 'running',
      live: false,
      resumable: false,
      elsewhere: 'process 4711 on studio',
    });
    expect(run.view).toMatchObject({
      state: 'running',
      elsewhere: 'process 4711 on studio',
      message: 'In progress in another window or terminal (process 4711 on studio): pause or stop it there.',
    });
  });

  it('grows by what is new of it, and ends as it ended there', () => {
    const { run, said } = shown();
    run.show(info, points(0, 1), 'process 4711 on studio');
    said.length = 0;
    run.grow({ ...info, iteration: 4 }, points(2, 3), 'process 4711 on studio');
    expect(said).toEqual([
      { type: 'metrics', run: 'a', points: points(2, 3) },
      { type: 'state', run: expect.objectContaining({ state: 'running' }) },
    ]);
    expect(run.all[0]).toMatchObject({ points: points(0, 1, 2, 3) });
    run.grow({ ...info, id: 'b' }, points(9), 'process 4711 on studio');
    expect(run.info!.id).toBe('a');
    run.grow({ ...info, iteration: 100, state: 'finished' }, points(100), undefined);
    expect(run).toMatchObject({ state: 'finished', elsewhere: undefined, resumable: false });
  });

  it('whose process has died was stopped, and can be resumed', () => {
    const { run } = shown();
    run.show(info, points(0, 1), 'process 4711 on studio');
    run.grow(info, [], undefined);
    expect(run).toMatchObject({ state: 'stopped', elsewhere: undefined, resumable: true });
    expect(run.view!.message).toMatch(/Resume goes on from there/);
  });
});
