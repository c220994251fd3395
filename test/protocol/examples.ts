import type { AugmentedPictures, FromDescriber, ToDescriber } from '../../src/protocol/describer';
import { readFromDescriber, readToDescriber } from '../../src/protocol/describer';
import type { FromPythonChecker, ToPythonChecker } from '../../src/protocol/pythonChecker';
import { readFromPythonChecker, readToPythonChecker } from '../../src/protocol/pythonChecker';
import type { ReadMessage } from '../../src/protocol/readMessage';
import type { FromTrainer, ToTrainer } from '../../src/protocol/trainer';
import { readFromTrainer, toTrainerSchema } from '../../src/protocol/trainer';
import type { FromView, RunView, ToView } from '../../src/protocol/view';
import { readFromView, readToView } from '../../src/protocol/view';
import type { MetricPoint, RunInfo } from '../../src/runs/run';

/** A way that messages go, with a message of each type and of each form. */
export interface Way {
  readonly name: string;
  readonly read: ReadMessage<unknown>;
  readonly messages: readonly { readonly type: string }[];
  /** What may hold anything, by its path: it is checked where it is used. */
  readonly free: RegExp;
}

const info: RunInfo = {
  id: '2026-01-02T03-04-05',
  folder: '/w/.layerwise/runs/2026-01-02T03-04-05',
  network: 'a.nn.json',
  startedAt: '2026-01-02T03:04:05Z',
  seed: 1,
  iterations: 100,
  stepsPerEpoch: 2,
  digest: 'd',
  state: 'running',
  message: 'm',
  iteration: 3,
  preprocessing: {
    inputShape: [2],
    columns: [{ name: 'age', as: 'number', missing: 1 }],
    targets: { names: ['y'], classes: ['a', 'b'], binary: true },
  },
  choices: ['c'],
  engine: 'e',
  passes: ['gram'],
  flopsPerStep: 1e6,
  measuredOn: 'all',
  weights: 'best',
  best: { iteration: 2, train: { accuracy: 0.5 }, test: { accuracy: 0.4, auc: null }, testCost: 1 },
};
const run: RunView = { info, state: 'running', message: 'm', stale: false, dataChanged: true };
const points: MetricPoint[] = [
  { iteration: 1, epoch: 0, cost: 0.5, seconds: 0.1 },
  {
    iteration: 2,
    epoch: 0,
    cost: Number.NaN,
    seconds: 0.2,
    train: { accuracy: 0.5 },
    test: { accuracy: 0.4, auc: null },
    testCost: 1,
  },
  { iteration: 3, epoch: 1, cost: 0.4, seconds: 0.2, train: { 'mean-absolute-error': 0.5 }, test: {} },
];
const prediction = {
  outputs: [0.9],
  classes: [{ name: 'a', probability: 0.9 }],
  truth: 'a',
  notes: ['n'],
  shown: { kind: 'row', names: ['x1', 'x2'], values: [1, 'red'] },
} as const;
const image = {
  outputs: [1],
  shown: { kind: 'image', width: 1, height: 1, channels: 3, pixels: [1, 2, 3] },
} as const;
const evaluation = {
  set: 'test',
  examples: 4,
  cost: 0.1,
  metrics: { accuracy: 0.5, auc: null },
  classes: ['a', 'b'],
  confusion: [
    [1, 1],
    [1, 1],
  ],
} as const;
const plotted = {
  set: 'train',
  examples: 2,
  cost: 0.1,
  metrics: { 'r-squared': 0.5 },
  targets: ['price'],
  plots: [{ name: 'price', truth: [1, 2], predicted: [1, 3] }],
} as const;
const report = {
  facts: {
    inputShape: [2],
    examples: { train: 4, test: 2 },
    targets: { n: 1, classes: ['a', 'b'], binary: true, oneHot: false },
    inputType: 'uint8',
    inputNames: ['x1', 'x2'],
    choices: ['c'],
  },
  faults: [{ code: 'c', message: 'm', severity: 'error', field: 'data.file', suggestions: ['s'] }],
  files: ['/w/a.csv'],
} as const;
const span = { start: 1, end: 2 };
const facts = [
  { kind: 'arrays', arrays: [{ name: 'x', shape: [2, 3], dtype: 'float64' }] },
  { kind: 'table', rows: 3, columns: [{ name: 'a', numeric: true }], hasHeading: true },
  { kind: 'image', width: 2, height: 3, channels: 1 },
] as const;

const toView: ToView[] = [
  { type: 'document', text: '{}', version: 1, name: 'a.nn.json', editable: true },
  { type: 'data', report },
  { type: 'run', run, points },
  { type: 'metrics', run: 'r', points },
  { type: 'state', run },
  { type: 'progress', stage: 'Reading', share: 0.5 },
  { type: 'prediction', id: 1, prediction },
  { type: 'prediction', id: 1, prediction: image },
  { type: 'evaluation', id: 1, report: evaluation },
  { type: 'evaluation', id: 2, report: plotted },
  { type: 'generated', id: 3, piece: 'an', done: false },
  {
    type: 'augmented',
    id: 1,
    pictures: {
      kind: 'pictures',
      rows: [{ index: 3, truth: 'cat', pictures: [{ height: 1, width: 1, channels: 3, pixels: 'AAAA' }] }],
    },
  },
  { type: 'augmented', pictures: { kind: 'fault', message: 'm' } },
  { type: 'selection', layers: ['a'], reveal: true },
  { type: 'settings', orientation: 'vertical' },
  { type: 'settle', id: 1 },
  { type: 'trust', trusted: false },
  { type: 'request', request: 'fit' },
];

const fromView: FromView[] = [
  { type: 'ready' },
  { type: 'edit', edits: [{ kind: 'connect', from: 'a', to: 'b' }] },
  { type: 'edit', edits: [{ kind: 'set-positions', positions: { a: { x: 1, y: 2 } } }] },
  { type: 'fix', version: 1, edits: [{ offset: 0, length: 1, text: 't' }] },
  { type: 'run', action: 'start' },
  { type: 'predict', id: 1, input: { kind: 'row', values: ['a', 1] } },
  { type: 'predict', id: 1, input: { kind: 'test-example', index: 0 } },
  { type: 'evaluate', id: 1, set: 'test' },
  { type: 'generate', id: 2, start: 'e', length: 9, temperature: 0.5, topK: 3, seed: 1 },
  { type: 'stop-generating' },
  { type: 'augmented', id: 1, augment: ['flip'], seed: 1 },
  { type: 'reveal', start: 0, end: 1 },
  { type: 'command', command: 'predict' },
  { type: 'save-picture', format: 'svg', data: '<svg/>' },
  { type: 'select', layers: ['a'] },
  { type: 'settled', id: 1, fault: 'f' },
  { type: 'copy', text: 't' },
  { type: 'log', message: 'm' },
];

const toTrainer: ToTrainer[] = [
  { type: 'train', file: '/w/a.nn.json', text: '{}', seed: 1, paused: false },
  { type: 'resume-run', folder: '/w/r', paused: true },
  { type: 'pause' },
  {
    type: 'predict',
    id: 1,
    run: '/w/r',
    weights: 'best',
    input: { kind: 'file', path: '/w/a.png', index: 1 },
  },
  { type: 'predict-file', id: 1, run: '/w/r', weights: 'last', input: '/w/a.csv', output: '/w/b.csv' },
  { type: 'evaluate', id: 1, run: '/w/r', weights: 'last', set: 'train' },
  {
    type: 'generate',
    id: 1,
    run: '/w/r',
    weights: 'best',
    start: 'e',
    length: 9,
    temperature: 0.5,
    topK: 3,
    seed: 1,
  },
];

const fromTrainer: FromTrainer[] = [
  { type: 'progress', stage: 's', share: 0.5 },
  { type: 'run', info },
  { type: 'metrics', points },
  { type: 'state', state: 'failed', message: 'm' },
  { type: 'prediction', id: 1, prediction },
  { type: 'predicted-file', id: 1, output: '/w/b.csv', rows: 3, notes: ['b.csv has no row of names.'] },
  { type: 'evaluation', id: 1, report: evaluation },
  { type: 'evaluation', id: 2, report: { set: 'train', examples: 1, cost: Number.NaN, metrics: {} } },
  { type: 'generating', id: 1, piece: 'an' },
  { type: 'generated', id: 1 },
  { type: 'fault', message: 'm', file: '/w/a.csv' },
];

const augmentedPictures: AugmentedPictures = {
  kind: 'pictures',
  rows: [{ index: 3, truth: 'cat', pictures: [{ height: 1, width: 1, channels: 3, pixels: 'AAAA' }] }],
};

const toDescriber: ToDescriber[] = [
  {
    type: 'augment',
    id: 1,
    settings: { file: 'a.csv', target: 'y' },
    augment: [{ type: 'flip' }],
    seed: 1,
    folder: '/w',
  },
  { type: 'describe', id: 1, settings: { file: 'a.csv', target: 'y' }, folder: '/w', within: ['/w'] },
  { type: 'list', id: 1, file: 'a.npz', folder: '/w', within: ['/w'] },
  { type: 'facts', id: 1, file: 'a.npz', folder: '/w' },
  { type: 'cancel', id: 1 },
];

const fromDescriber: FromDescriber[] = [
  { type: 'alive' },
  { type: 'alive', id: 1 },
  { type: 'report', id: 1, report },
  { type: 'augmented', id: 1, pictures: augmentedPictures },
  { type: 'augmented', id: 1, pictures: { kind: 'fault', message: 'm' } },
  { type: 'contents', id: 1, contents: { kind: 'table', columns: ['a'] } },
  { type: 'contents', id: 1, contents: { kind: 'arrays', arrays: [{ name: 'x', shape: [2] }] } },
  { type: 'contents', id: 1, contents: { kind: 'fault', message: 'm' } },
  ...facts.map(each => ({ type: 'facts', id: 1, facts: each }) as const),
];

const toPythonChecker: ToPythonChecker[] = [
  { type: 'check', id: 1, program: 'p', text: 't', files: new Map([['a.npy', facts[0]]]) },
  { type: 'hover', id: 1, program: 'p', check: 1, offset: 0 },
  { type: 'hints', id: 1, program: 'p', check: 1, start: 0, end: 1, all: true },
  { type: 'close', program: 'p' },
];

const fromPythonChecker: FromPythonChecker[] = [
  {
    type: 'checked',
    id: 1,
    checked: {
      problems: [
        {
          code: 'c',
          severity: 'error',
          message: 'm',
          span,
          related: [{ message: 'r', span }],
          fixes: [{ title: 't', edits: [{ offset: 0, length: 1, text: '' }] }],
        },
      ],
      models: [
        {
          span,
          name: 'model',
          layers: [{ id: 'a', type: 'dense', written: 'Dense', span, inputs: ['b'], fields: { units: 1 } }],
          fault: { message: 'm', span },
        },
      ],
      files: ['a.npy'],
    },
  },
  { type: 'hover', id: 1, hover: { span, line: 'l', reasons: [{ line: 'l', span, words: 'w' }] } },
  { type: 'hints', id: 1, hints: [{ offset: 1, text: ': (2,)', kind: 'shape' }] },
];

const readToTrainer = (message: unknown) =>
  toTrainerSchema.safeParse(message).success ? (message as ToTrainer) : undefined;

/** The ways to the host, then those from it. */
export const ways: readonly Way[] = [
  { name: 'view → host', read: readFromView, messages: fromView, free: /augment\.\d/ },
  {
    name: 'trainer → host',
    read: readFromTrainer,
    messages: fromTrainer,
    free: /columns\.\d+\.(as|missing)|binary$/,
  },
  { name: 'describer → host', read: readFromDescriber, messages: fromDescriber, free: /^\0/ },
  { name: 'checker → host', read: readFromPythonChecker, messages: fromPythonChecker, free: /fields\.units/ },
  {
    name: 'host → view',
    read: readToView,
    messages: toView,
    free: /columns\.\d+\.(as|missing)|preprocessing.*binary$/,
  },
  { name: 'host → trainer', read: readToTrainer, messages: toTrainer, free: /^\0/ },
  { name: 'host → describer', read: readToDescriber, messages: toDescriber, free: /settings\.|augment\.\d/ },
  { name: 'host → checker', read: readToPythonChecker, messages: toPythonChecker, free: /^\0/ },
];
