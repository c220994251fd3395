import { expect, test } from 'vitest';
import type { CanvasContext } from '../../../webview/canvas/canvasContext';
import { plain } from '../../../webview/canvas/scene/laidOut';
import { sceneOf } from '../../../webview/canvas/scene/scene';
import { walk } from '../../../webview/gestures/walk';
import type { Edge, Orientation, ViewChange, ViewState } from '../../../webview/state';
import { stateOf } from '../states';

const branches = [
  { id: 'input', type: 'input', shape: [4] },
  { id: 'left', type: 'dense', units: 3, inputs: ['input'] },
  { id: 'right', type: 'dense', units: 3, inputs: ['input'] },
  { id: 'sum', type: 'add', inputs: ['left', 'right'] },
];

/** Where a key leads from a selection: a layer's id, or an edge. */
function step(key: string, from: Partial<ViewState>, orientation: Orientation = 'horizontal') {
  const state = stateOf(branches, from);
  const changes: ViewChange[] = [];
  const canvas = {
    state,
    scene: sceneOf(state, { ...plain, orientation }),
    actions: { state, send: () => {}, edit: () => {}, set: (change: ViewChange) => changes.push(change) },
    focusSelection: () => {},
  } as unknown as CanvasContext;
  const taken = walk(canvas, key);
  const [change] = changes;
  return { taken, to: change?.selection?.[0] ?? (change?.edge as Edge | undefined) };
}

test('arrows along the flow go from layer to layer', () => {
  expect(step('ArrowRight', { selection: ['left'] }).to).toBe('sum');
  expect(step('ArrowLeft', { selection: ['sum'] }).to).toBe('left');
  expect(step('ArrowDown', { selection: ['left'] }, 'vertical').to).toBe('sum');
});

test('arrows across it go to the layer beside', () => {
  expect(step('ArrowDown', { selection: ['left'] }).to).toBe('right');
  expect(step('ArrowUp', { selection: ['right'] }).to).toBe('left');
});

test('where there is none beside, they go to the connections', () => {
  expect(step('ArrowDown', { selection: ['right'] }).to).toEqual({ from: 'right', to: 'sum' });
  expect(step('ArrowUp', { selection: ['left'] }).to).toEqual({ from: 'input', to: 'left' });
  expect(step('ArrowDown', { selection: ['input'] }).to).toEqual({ from: 'input', to: 'left' });
});

test('from a connection they go to its ends, and to the next of the same layer', () => {
  const edge = { from: 'input', to: 'left' };
  expect(step('ArrowRight', { edge }).to).toBe('left');
  expect(step('ArrowLeft', { edge }).to).toBe('input');
  expect(step('ArrowDown', { edge }).to).toEqual({ from: 'input', to: 'right' });
  expect(step('ArrowUp', { edge }).to).toBe('input');
});

test('the first arrow, Home and End enter the graph', () => {
  expect(step('ArrowRight', {}).to).toBe('input');
  expect(step('Home', { selection: ['sum'] }).to).toBe('input');
  expect(step('End', {}).to).toBe('sum');
});

test('at the end an arrow stays, and other keys are left alone', () => {
  expect(step('ArrowRight', { selection: ['sum'] })).toEqual({ taken: true, to: undefined });
  expect(step('q', { selection: ['sum'] })).toEqual({ taken: false, to: undefined });
});
