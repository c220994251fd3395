import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import { applyTextEdits, editNetwork, type NetworkEdit } from '../../../src/core/network/edit';
import { graphOf } from '../../../src/core/network/graph';
import { parseNetwork } from '../../../src/core/network/reading/parse';

const twice = JSON.stringify({
  layers: [
    { id: 'input', type: 'input', shape: [2] },
    { id: 'x', type: 'dense', units: 3, activation: 'tanh' },
    { id: 'sum', type: 'add', inputs: ['x', 'x'] },
    { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
  ],
});

function inputsOf(text: string, id: string): readonly string[] {
  return parseNetwork(text).network!.layers.find(layer => layer.id === id)!.inputs;
}

function edited(...edits: NetworkEdit[]): string {
  return applyTextEdits(twice, editNetwork(twice, edits));
}

describe('a layer that feeds another twice', () => {
  it('is right, and is one step of the graph', () => {
    expect(analyze(twice).problems).toEqual([]);
    const graph = graphOf(parseNetwork(twice).network!);
    expect(graph.byId.get('sum')!.inputs).toEqual(['x', 'x']);
    expect(graph.outputs.get('x')).toEqual(['sum']);
    expect(graph.order.map(({ id }) => id)).toEqual(['input', 'x', 'sum', 'output']);
  });

  it('does so after a layer is put between them', () => {
    const text = edited({ kind: 'insert-layer', type: 'dense', from: 'x', to: 'sum' });
    expect(inputsOf(text, 'sum')).toEqual(['hidden', 'hidden']);
    expect(inputsOf(text, 'hidden')).toEqual(['x']);
  });

  it('leaves both places to what fed it when it is removed', () => {
    expect(inputsOf(edited({ kind: 'remove-layers', ids: ['x'] }), 'sum')).toEqual(['input', 'input']);
  });

  it('does so under a new name, beside a new neighbour and in a copy', () => {
    expect(inputsOf(edited({ kind: 'rename-layer', id: 'x', to: 'wide' }), 'sum')).toEqual(['wide', 'wide']);
    const beside = edited({ kind: 'add-layer', type: 'dense', after: 'input' });
    expect(inputsOf(beside, 'sum')).toEqual(['x', 'x']);
    const copied = edited({ kind: 'duplicate-layers', ids: ['x', 'sum'] });
    expect(inputsOf(copied, 'sum-2')).toEqual(['x-2', 'x-2']);
  });

  it('is disconnected in one place where that is named, else in all', () => {
    const text = edited({ kind: 'connect', from: 'input', to: 'sum', place: 1 });
    expect(inputsOf(text, 'sum')).toEqual(['x', 'input']);
    expect(inputsOf(edited({ kind: 'disconnect', from: 'x', to: 'sum', place: 1 }), 'sum')).toEqual(['x']);
    expect(inputsOf(edited({ kind: 'disconnect', from: 'x', to: 'sum' }), 'sum')).toEqual([]);
  });

  it('does so only where somebody said it, not because what stood between is removed', () => {
    const text = JSON.stringify({
      layers: [
        { id: 'input', type: 'input', shape: [2] },
        { id: 'x', type: 'dense', units: 3, activation: 'tanh' },
        { id: 'output', type: 'dense', units: 1, inputs: ['input', 'x'] },
      ],
    });
    const removed = applyTextEdits(text, editNetwork(text, [{ kind: 'remove-layers', ids: ['x'] }]));
    expect(inputsOf(removed, 'output')).toEqual(['input']);
  });

  it('is joined with itself where one input is all that fits', () => {
    const text = twice.replace('"add"', '"flatten"');
    const [problem] = analyze(text).problems;
    expect(problem!.code).toBe('too-many-inputs');
    const fixed = applyTextEdits(text, problem!.fixes[0]!.edits);
    expect(inputsOf(fixed, 'concatenate')).toEqual(['x', 'x']);
    expect(analyze(fixed).problems).toEqual([]);
  });
});
