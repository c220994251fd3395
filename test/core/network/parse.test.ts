import { describe, expect, it } from 'vitest';
import { augmentations } from '../../../src/core/augmentations';
import { layers } from '../../../src/core/layers';
import { applyTextEdits } from '../../../src/core/network/json/textEdits';
import { FoundProblems } from '../../../src/core/network/reading/foundProblems';
import { parseNetwork } from '../../../src/core/network/reading/parse';

/** A text read, and what is wrong with it. */
function read(text: string) {
  const found = new FoundProblems(text);
  const parsed = parseNetwork(text, found);
  return { ...parsed, problems: found.list() };
}

/** `code: marked text: message` of each problem. */
function told(text: string): string[] {
  return read(text).problems.map(
    ({ code, span, message }) => `${code} at ${text.slice(span.start, span.end)}: ${message}`,
  );
}

/** The text after the first fix of the first problem. */
function fixed(text: string, index = 0): string {
  const problem = read(text).problems[0]!;
  return applyTextEdits(text, problem.fixes[index]!.edits);
}

const dense = (fields: string) =>
  `{ "layers": [{ "id": "a", "type": "input" }, { "id": "b", "type": "dense", ${fields} }] }`;
const training = (fields: string) => `{ "layers": [], "training": { ${fields} } }`;

describe('reading', () => {
  it('fills in defaults and keeps what is written', () => {
    const { network, problems } = read(dense('"units": 4, "initializer": "he"'));
    expect(problems).toEqual([]);
    const layer = network!.layers[1]!;
    expect(layer.fields).toEqual({
      units: 4,
      activation: 'linear',
      initializer: { type: 'he' },
      bias: true,
      frozen: false,
      learningRateFactor: 1,
    });
    expect(layer.raw).toEqual({ id: 'b', type: 'dense', units: 4, initializer: 'he' });
    expect(layer.inputs).toEqual(['a']);
  });

  it('allows comments and a comma after the last item', () => {
    const text = '{\n  // the network\n  "layers": [ /* none */ { "id": "a", "type": "input", }, ],\n}';
    expect(read(text).problems).toEqual([]);
  });

  it('finds any value by its path', () => {
    const text = dense('"units": 40').replace(
      '}] }',
      '}], "view": { "positions": { "a.b": { "x": 1, "y": 2 } } } }',
    );
    const { network } = parseNetwork(text);
    const at = (path: string) => {
      const span = network!.span(path);
      return span && text.slice(span.start, span.end);
    };
    expect(at('layers.1.units')).toBe('40');
    expect(at('view.positions.a.b.y')).toBe('2');
    expect(at('layers.7.units')).toBeUndefined();
    expect(at('training.loss')).toBeUndefined();
  });

  it('keeps every layer that can be understood in a half-written text', () => {
    const text =
      '{ "layers": [ { "id": "a", "type": "input" }, { "id": "b", "type": "dense", "units": 4, "activation": ';
    const { network, whole, problems } = read(text);
    expect(whole).toBe(false);
    expect(network!.layers.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(network!.layers[1]!.fields).toMatchObject({ units: 4 });
    expect(problems.every(({ fixes }) => fixes.length === 0)).toBe(true);
  });

  it('keeps a layer of a type that it does not know', () => {
    const { network } = parseNetwork('{ "layers": [{ "id": "a", "type": "convolution", "kernel": 3 }] }');
    expect(network!.layers[0]).toMatchObject({
      id: 'a',
      type: 'convolution',
      fields: undefined,
      raw: { kernel: 3 },
    });
  });

  it('gives layers with one id, or none, ids of their own', () => {
    const text =
      '{ "layers": [{ "id": "a", "type": "input" }, { "id": "a", "type": "flatten" }, { "type": "flatten" }, { "id": "a-2", "type": "flatten" }] }';
    expect(parseNetwork(text).network!.layers.map(({ id }) => id)).toEqual(['a', 'a-3', 'flatten', 'a-2']);
  });
});

describe('what is wrong', () => {
  it.each([
    [
      dense('"unit": 4'),
      'unknown-field at "unit": "unit" is not a field of a dense layer. Did you mean "units"?',
    ],
    [
      dense('"units": 4, "colour": 1'),
      'unknown-field at "colour": "colour" is not a field of a dense layer. It has "units", "activation", "initializer", "bias", "weights", "frozen", "learningRateFactor".',
    ],
    [dense('"bias": true'), 'missing-field at "dense": A dense layer needs "units", a whole number.'],
    [dense('"units": 0'), 'bad-value at 0: "units" must be at least 1, not 0.'],
    [dense('"units": 2.5'), 'bad-value at 2.5: "units" must be a whole number, not 2.5.'],
    [dense('"units": "4"'), 'bad-value at "4": "units" must be a whole number, without quotes.'],
    [dense('"units": null'), 'bad-value at null: "units" must be a whole number, not null.'],
    [
      dense('"units": 4, "activation": "ReLu"'),
      'bad-value at "ReLu": "ReLu" is not a value of "activation". Did you mean "relu"?',
    ],
    [dense('"units": 4, "inputs": "a"'), 'bad-value at "a": "inputs" must be a list [ … ], not "a".'],
    [
      dense('"units": 4, "initializer": { "type": "normal", "scale": 0 }'),
      'bad-value at 0: "scale" must be greater than 0, not 0.',
    ],
    [
      dense('"units": 4, "initializer": { "type": "norml" }'),
      'bad-value at "norml": "norml" is not a value of "type". Did you mean "normal"?',
    ],
    [
      '{ "layers": [{ "id": "a", "type": "dens" }] }',
      'unknown-type at "dens": There is no layer type "dens". Did you mean "dense"?',
    ],
    [
      '{ "layers": [{ "id": "a" }] }',
      `missing-field at {: A layer needs "type", one of ${layers.map(({ type }) => `"${type}"`).join(', ')}.`,
    ],
    [
      '{ "layers": [{ "type": "input" }] }',
      'missing-field at "input": A layer needs "id", a name of its own.',
    ],
    [
      '{ "layers": [3] }',
      'bad-value at 3: A layer is an object such as { "id": "hidden", "type": "dense", "units": 4 }, not 3.',
    ],
    ['{ "layers": {} }', 'bad-value at {}: "layers" must be a list [ … ], not {}.'],
    ['{ }', 'missing-field at {: The network needs "layers", the list of its layers from input to output.'],
    ['[1]', 'bad-value at [1]: A network file holds one object: { "layers": [ … ] }.'],
    [
      training('"optimizer": "sgd"'),
      'missing-field at "training": "training" needs "loss", one of "binary-cross-entropy", "categorical-cross-entropy", "huber", "l1", "l2", "mean-squared-error".',
    ],
    [
      training('"loss": "l2", "optimizer": "sgd", "iterations": 1, "augment": ["flip", { "degrees": 5 }]'),
      `missing-field at {: Item 2 of "augment" needs "type", one of ${augmentations.map(({ type }) => `"${type}"`).join(', ')}.`,
    ],
    [
      training('"loss": "l2", "optimizer": { "type": "sgd", "learning_rate": 1 }'),
      'unknown-field at "learning_rate": "learning_rate" is not a field of "optimizer". Did you mean "learningRate"?',
    ],
    [
      training('"loss": "l2", "optimizer": { "type": "sgd", "learningRate": -1 }'),
      'bad-value at -1: "learningRate" must be greater than 0, not -1.',
    ],
    [
      '{ "layers": [], "data": {} }',
      'missing-field at {}: "data" needs one of "train", "file", "images", "text", "generator".',
    ],
    [
      '{ "layers": [], "data": { "file": "a.csv" } }',
      'missing-field at "data": "data" needs "target", a text in double quotes, or a list [ … ].',
    ],
    [
      '{ "layers": [], "data": { "generator": "mons" } }',
      'bad-value at "mons": "mons" is not a value of "generator". Did you mean "moons"?',
    ],
    [
      '{ "layers": [], "data": { "file": "a.csv", "target": "y", "features": [] } }',
      'unknown-field at "features": "features" is not a field of "data". It has "train", "test", "split", "scale", "standardise", "normaliseRows", "reconstruct", "standardiseTarget", "file", "target", "header", "delimiter", "columns", "tokens", "length", "vocabulary", "minimumCount", "images", "leaveOut", "size", "channels", "text", "window", "everyStep", "stride", "splitBy", "generator", "examples", "classes", "noise", "seed".',
    ],
    [
      '{ "layers": [], "layer": [] }',
      'unknown-field at "layer": "layer" is not a field of the network. It has "$schema", "name", "data", "weights", "layers", "training", "view".',
    ],
    ['{ "layers": [] "name": 1 }', 'bad-json at "name": A comma is missing before "name".'],
    ['', 'bad-json at : The file is empty. A network begins with { "layers": [ … ] }.'],
  ])('%s', (text, expected) => {
    expect(told(text)[0]).toBe(expected);
  });

  it.each([
    ['"units": 100000000000000000000', '"units" must be at most 1000000, not 100000000000000000000.'],
    ['"units": -100000000000000000000', '"units" must be at least 1, not -100000000000000000000.'],
  ])('is said once of %s, which passes two limits', (fields, message) => {
    expect(read(dense(fields)).problems.map(problem => problem.message)).toEqual([message]);
  });

  it('is said of a double field where it is overridden', () => {
    const text = dense('"units": 4, "units": 5');
    expect(read(text).problems).toMatchObject([
      { code: 'duplicate-field', severity: 'warning', span: { start: text.indexOf('"units": 4') } },
    ]);
  });

  it('names the layer and the field that wear the mark', () => {
    expect(read(dense('"units": 0')).problems[0]).toMatchObject({ layer: 'b', field: 'units' });
    expect(
      read(training('"loss": "l2", "optimizer": { "type": "sgd", "learningRate": -1 }')).problems[0]!.field,
    ).toBe('training.optimizer.learningRate');
  });
});

describe('fixes', () => {
  it.each([
    [dense('"unit": 4'), dense('"units": 4')],
    [dense('"units": 0'), dense('"units": 1')],
    [dense('"units": "4"'), dense('"units": 4')],
    [dense('"units": 4, "activation": "rleu"'), dense('"units": 4, "activation": "relu"')],
    [dense('"bias": true'), dense('"units": 4, "bias": true')],
    [dense('"units": 4, "inputs": "a"'), dense('"units": 4, "inputs": ["a"]')],
    ['{ "layers": [{ "type": "input" }] }', '{ "layers": [{ "id": "input", "type": "input" }] }'],
    ['{ "layers": [{ "id": "a", "type": "inptu" }] }', '{ "layers": [{ "id": "a", "type": "input" }] }'],
    [
      '{ "layers": [{ "id": "a", "type": "input" }, { "id": "a", "type": "flatten" }] }',
      '{ "layers": [{ "id": "a", "type": "input" }, { "id": "a-2", "type": "flatten" }] }',
    ],
    [
      '{ "data": { "x": "a.npy", "y": "b.npy", "scale": 255 }, "layers": [] }',
      '{ "data": { "train": { "x": "a.npy", "y": "b.npy" }, "scale": 255 }, "layers": [] }',
    ],
  ])('%s', (text, expected) => {
    expect(fixed(text)).toBe(expected);
  });

  it('take an unknown field away too', () => {
    expect(fixed(dense('"units": 4, "unitz": 5'), 0)).toBe(dense('"units": 4'));
  });
});

describe('a text that is none', () => {
  it.each([
    ['10,000 nested brackets', '['.repeat(10_000), 'too-deep'],
    ['100,000 nested braces', '{"a":'.repeat(100_000), 'too-deep'],
    ['200 MB', ' '.repeat(200_000_000), 'too-large'],
  ])('%s give one clear problem at once', (_, text, code) => {
    const before = process.cpuUsage().user;
    const { problems, network } = read(text);
    expect(problems).toMatchObject([{ code, severity: 'error' }]);
    expect(network).toBeUndefined();
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(2);
  });

  it('with brackets in texts and comments is not deep', () => {
    const text = `{ "name": "${'['.repeat(200)}", /* ${'{'.repeat(200)} */ // ${'['.repeat(200)}\n "layers": [] }`;
    expect(read(text).problems).toEqual([]);
  });

  it('with too many layers is read in part', () => {
    const layers = Array.from({ length: 10_001 }, (_, i) => ({ id: `l${i}`, type: 'flatten' }));
    const { network, problems } = read(JSON.stringify({ layers }));
    expect(network!.layers).toHaveLength(10_000);
    expect(problems).toMatchObject([{ code: 'too-large' }]);
  });

  it('does not fall for names that objects have', () => {
    const text =
      '{ "__proto__": { "layers": [] }, "layers": [{ "id": "a", "type": "constructor", "toString": 1 }], "hasOwnProperty": 2 }';
    expect(
      read(text)
        .problems.map(({ code }) => code)
        .sort(),
    ).toEqual(['unknown-field', 'unknown-field', 'unknown-type']);
  });
});
