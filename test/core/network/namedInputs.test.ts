import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type LayerDefinition, layers } from '../../../src/core/layers';
import { applyTextEdits } from '../../../src/core/network/edit';

// no layer has several names yet, so the core is loaded once more with one that has
const load = async () => ({
  ...(await import('../../../src/core/analyze')),
  ...(await import('../../../src/core/network/edit')),
  ...(await import('../../../src/core/network/reading/parse')),
});
let core: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  const add = layers.find(({ type }) => type === 'add')!;
  const weigh: LayerDefinition = {
    ...add,
    type: 'weigh',
    kind: 'attends',
    inputs: ['query', 'key', 'value'],
  };
  vi.resetModules();
  vi.doMock('../../../src/core/layers/all', () => ({ layers: [...layers, weigh] }));
  core = await load();
});

afterAll(() => {
  vi.doUnmock('../../../src/core/layers/all');
  vi.resetModules();
});

function network(inputs: readonly string[]): string {
  return JSON.stringify({
    layers: [
      { id: 'x', type: 'input', shape: [2] },
      { id: 'y', type: 'dense', units: 2, activation: 'tanh' },
      { id: 'weigh', type: 'weigh', inputs },
      { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
    ],
  });
}

const inputsOf = (text: string) => core.parseNetwork(text).network!.layers[2]!.inputs;

describe('a layer with three named inputs', () => {
  it('is right with all three, be they one layer', () => {
    expect(core.analyze(network(['y', 'y', 'y'])).problems).toEqual([]);
    expect(core.analyze(network(['y', 'x', 'x'])).problems).toEqual([]);
  });

  it('says which are missing, and feeds them by what is there', () => {
    const text = network(['y']);
    const [problem] = core.analyze(text).problems.filter(({ code }) => code === 'missing-input');
    expect(problem!.message).toBe(
      'The weigh layer "weigh" takes 3 inputs, query, key, value, but nothing feeds key and value.',
    );
    expect(problem).toMatchObject({ layer: 'weigh', field: 'inputs' });
    expect(inputsOf(applyTextEdits(text, problem!.fixes[0]!.edits))).toEqual(['y', 'y', 'y']);
  });

  it('says how many are too many, and keeps the first', () => {
    const text = network(['y', 'x', 'y', 'x']);
    const [problem] = core.analyze(text).problems.filter(({ code }) => code === 'too-many-inputs');
    expect(problem!.message).toContain('takes 3 inputs, query, key, value, but has 4: y, x, y, x.');
    expect(inputsOf(applyTextEdits(text, problem!.fixes[0]!.edits))).toEqual(['y', 'x', 'y']);
  });

  it('takes a connection in its next free place, in the last when all are taken, and in one that is named', () => {
    const connected = (inputs: string[], place?: number) =>
      inputsOf(
        applyTextEdits(
          network(inputs),
          core.editNetwork(network(inputs), [
            { kind: 'connect', from: 'x', to: 'weigh', ...(place !== undefined && { place }) },
          ]),
        ),
      );
    expect(connected(['y'])).toEqual(['y', 'x']);
    expect(connected(['y', 'y', 'y'])).toEqual(['y', 'y', 'x']);
    expect(connected(['y', 'y', 'y'], 0)).toEqual(['x', 'y', 'y']);
  });

  it('is counted: it has a number, and its size a symbol', () => {
    const { shapes } = core.analyze(network(['y', 'y', 'y']));
    expect(shapes!.layers.get('weigh')!.number).toBe(2);
    expect(shapes!.layers.get('output')!.number).toBe(3);
  });
});
