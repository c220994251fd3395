import type { ToView } from '../../../src/protocol/view';
import type { MetricPoint, RunInfo, RunState } from '../../../src/runs/run';

/** What the host says of a run, for the tests of the panels. */
export const info: RunInfo = {
  id: '2026-01-02T03-04-05',
  folder: '/runs/a',
  network: 'network.nn.json',
  startedAt: '2026-01-02T03:04:05Z',
  seed: 2,
  iterations: 10_000,
  stepsPerEpoch: 1,
  digest: '',
  state: 'running',
  iteration: 0,
  engine: 'reference kernels, float64',
  engineReasons: [
    'SIMD gave the reference kernels’ numbers.',
    'Relaxed SIMD: V8 ended the process (SIGTRAP).',
  ],
};

export const points = (n: number): MetricPoint[] =>
  Array.from({ length: n }, (_, i) => ({
    iteration: i,
    epoch: i,
    cost: 0.2 + 0.5 * Math.exp((-8 * i) / n),
    seconds: i / 1000,
    ...(i % Math.ceil(n / 40) === 0 && {
      train: { accuracy: 0.5 + (0.4 * i) / n },
      test: { accuracy: 0.5 + (0.3 * i) / n },
    }),
  }));

export const run = (
  state: RunState,
  n: number,
  more: { readonly message?: string; readonly stale?: boolean; readonly dataChanged?: boolean } = {},
): ToView => ({
  type: 'run',
  run: { info: { ...info, state, iteration: n }, state, stale: false, ...more },
  points: points(n),
});

export const prediction: ToView = {
  type: 'prediction',
  prediction: {
    outputs: [0.9, 0.1],
    classes: [
      { name: '1', probability: 0.9 },
      { name: '0', probability: 0.1 },
    ],
    truth: '0',
    shown: { kind: 'row', names: ['x1', 'x2'], values: [0.25, -1.5] },
  },
};

export const evaluation: Extract<ToView, { type: 'evaluation' }> = {
  type: 'evaluation',
  report: {
    set: 'train',
    examples: 400,
    cost: 0.218612,
    metrics: { accuracy: 0.905, auc: 0.957, f1: 0.91, precision: 0.865, recall: 0.96 },
    classes: ['0', '1'],
    confusion: [
      [170, 30],
      [8, 192],
    ],
  },
};
