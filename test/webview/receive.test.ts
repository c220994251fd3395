import { expect, test } from 'vitest';
import type { RunView, ToView } from '../../src/protocol/view';
import { initialState } from '../../webview/initialState';
import { receive } from '../../webview/receive';
import type { ViewState } from '../../webview/state';

const run = (id: string): RunView => ({
  info: {
    id,
    folder: `/runs/${id}`,
    network: 'a.nn.json',
    startedAt: '2026-01-01T00:00:00Z',
    seed: 1,
    iterations: 100,
    stepsPerEpoch: 1,
    digest: 'd',
    state: 'running',
    iteration: 0,
  },
  state: 'running',
  stale: false,
});
const point = (iteration: number) => ({ iteration, epoch: iteration, cost: 1, seconds: iteration });
const after = (state: ViewState, message: ToView): ViewState => ({ ...state, ...receive(state, message) });

test('metrics are added to the run they belong to', () => {
  let state = after(initialState(), { type: 'run', run: run('a'), points: [point(0)] });
  state = after(state, { type: 'metrics', run: 'a', points: [point(1), point(2)] });
  state = after(state, { type: 'metrics', run: 'another', points: [point(9)] });
  expect(state.points.map(({ iteration }) => iteration)).toEqual([0, 1, 2]);
});

test('another run takes the prediction of the one before away', () => {
  const prediction = { outputs: [1], shown: { kind: 'row', names: [], values: [] } } as const;
  let state = after(initialState(), { type: 'run', run: run('a'), points: [] });
  state = after(state, { type: 'prediction', prediction });
  expect([state.prediction, state.panel]).toEqual([prediction, 'predict']);
  state = after(state, { type: 'run', run: run('a'), points: [] });
  expect(state.prediction).toEqual(prediction);
  state = after(state, { type: 'run', run: run('b'), points: [] });
  expect(state.prediction).toBe(undefined);
});

test('an answer to what was asked before the newest request is dropped, also that of another view', () => {
  const prediction = (output: number, id?: number): ToView => ({
    type: 'prediction',
    ...(id !== undefined && { id }),
    prediction: { outputs: [output], shown: { kind: 'row', names: [], values: [] } },
  });
  let state: ViewState = { ...initialState(), asked: { ...initialState().asked, predict: 7 } };
  state = after(state, prediction(1, 6));
  expect(state.prediction).toBe(undefined);
  state = after(state, prediction(2, 7));
  expect(state.prediction?.outputs).toEqual([2]);
  // another view has asked later, and its answer overtakes one that was asked before
  state = after(state, prediction(3, 9));
  state = after(state, prediction(4, 8));
  expect(state.prediction?.outputs).toEqual([3]);
  // a command's has no id
  expect(after(state, prediction(5)).prediction?.outputs).toEqual([5]);
});

test('progress is shown while there is a stage', () => {
  let state = after(initialState(), { type: 'progress', stage: 'Reading', share: 0.5 });
  expect(state.progress).toEqual({ stage: 'Reading', share: 0.5 });
  state = after(state, { type: 'progress', stage: undefined });
  expect(state.progress).toBe(undefined);
});

test('requests open the panel or the palette they name', () => {
  const state = initialState();
  expect(after(state, { type: 'request', request: 'show-shapes' }).panel).toBe('shapes');
  expect(after(state, { type: 'request', request: 'show-training' }).panel).toBe('training');
  expect(after(state, { type: 'request', request: 'open-palette' }).paletteOpen).toBe(true);
  expect(after(state, { type: 'request', request: 'fit' })).toEqual(state);
});

test('a message of a newer host changes nothing', () => {
  const state = initialState();
  expect(after(state, { type: 'unheard-of' } as unknown as ToView)).toEqual(state);
});

test('pieces of a text are added up, until it has ended or another was asked for', () => {
  const piece = (id: number, text: string, done = false): ToView => ({
    type: 'generated',
    id,
    piece: text,
    done,
  });
  let state: ViewState = {
    ...initialState(),
    asked: { ...initialState().asked, generate: 7 },
    generated: { start: 'e', text: '', going: true },
  };
  for (const message of [piece(7, 'mm'), piece(6, 'old'), piece(7, 'a'), piece(8, 'of another view')])
    state = after(state, message);
  expect(state.generated).toEqual({ start: 'e', text: 'mma', going: true });
  state = after(state, piece(7, '', true));
  expect(state.generated).toEqual({ start: 'e', text: 'mma', going: false });
  expect(state.announcement).toBe('The text has ended: emma');
  expect(after(state, { type: 'run', run: run('b'), points: [] }).generated).toBe(undefined);
});
