import { describe, expect, it } from 'vitest';
import { applyTextEdits, copyLayers, editNetwork, type NetworkEdit } from '../../../src/core/network/edit';

const lines = `{
  // my net
  "name": "cats",
  "data": { "generator": "flower" },
  "layers": [
    { "id": "input", "type": "input" }, // in
    { "id": "flatten", "type": "flatten" },
    // the wide part
    { "id": "hidden", "type": "dense", "units": 7, "activation": "relu" }, // widest
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": { "type": "sgd", "learningRate": 0.0075 } }
}
`;

function edited(text: string, ...edits: NetworkEdit[]): string {
  return applyTextEdits(text, editNetwork(text, edits));
}

/** The lines that `edits` add, take away or change: `+` and `-` as in a diff. */
function diff(text: string, ...edits: NetworkEdit[]): string[] {
  const before = text.split('\n');
  const now = edited(text, ...edits).split('\n');
  return [
    ...before.filter(line => !now.includes(line)).map(line => `- ${line.trim()}`),
    ...now.filter(line => !before.includes(line)).map(line => `+ ${line.trim()}`),
  ];
}

describe('a transformer block', () => {
  const text = `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "tokens", "type": "embedding", "vocabulary": 27, "size": 8 },
    { "id": "output", "type": "dense", "units": 27, "activation": "softmax" }
  ]
}
`;
  const block = { kind: 'add-block', block: 'transformer-block', width: 8, settings: { heads: 2 } } as const;
  const first = [
    '+ { "id": "norm", "type": "layer-norm" },',
    '+ { "id": "attention", "type": "self-attention", "heads": 2, "causal": true },',
    '+ { "id": "add", "type": "add", "inputs": ["tokens", "attention"] },',
    '+ { "id": "norm-2", "type": "layer-norm" },',
    '+ { "id": "widen", "type": "dense", "units": 32, "activation": "gelu", "initializer": "he" },',
    '+ { "id": "narrow", "type": "dense", "units": 8, "initializer": "xavier" },',
    '+ { "id": "add-2", "type": "add", "inputs": ["add", "narrow"] },',
  ];

  it('is layers with their skip connections, in a group, and the output follows it', () => {
    const now = diff(text, { ...block, after: 'tokens' });
    expect(now.slice(0, 8)).toEqual(['- ]', ...first]);
    expect(now.slice(8).join(' ')).toBe(
      '+ ], + "view": { + "groups": { "block": ["norm", "attention", "add", "norm-2", "widen", "narrow", "add-2"] } + }',
    );
  });

  it('stands behind another one with ids and a group of its own', () => {
    const twice = edited(text, { ...block, after: 'tokens' }, { ...block, after: 'add-2' });
    expect(twice).toContain('{ "id": "add-3", "type": "add", "inputs": ["add-2", "attention-2"] },');
    expect(twice).toContain('{ "id": "add-4", "type": "add", "inputs": ["add-3", "narrow-2"] },');
    expect(twice).toContain('"block-2": [');
    expect(twice).toContain('{ "id": "output", "type": "dense", "units": 27, "activation": "softmax" }');
  });

  it('stands on one of two connections, and the other one stays', () => {
    const two = edited(
      text,
      { kind: 'add-layer', type: 'dense', after: 'tokens', id: 'side' },
      {
        kind: 'connect',
        from: 'tokens',
        to: 'output',
      },
    );
    const now = edited(two, { ...block, after: 'tokens', to: 'side' });
    expect(now).toContain('"id": "side", "type": "dense", "units": 4');
    expect(now).toMatch(/"id": "add-2"[^\n]*\n[^\n]*"id": "side", "type": "dense", "units"/);
    expect(now).toContain('"id": "output", "type": "dense", "inputs": ["tokens"]');
  });

  it('isn’t added where the layer it follows, or the connection, isn’t there', () => {
    expect(edited(text, { ...block, after: 'nobody' })).toBe(text);
    expect(edited(text, { ...block, after: 'tokens', to: 'input' })).toBe(text);
    expect(edited(text, { ...block, block: 'no-block', after: 'tokens' })).toBe(text);
  });
});

describe('a new layer', () => {
  it('looks like its neighbours and stands before the output', () => {
    expect(diff(lines, { kind: 'add-layer', type: 'dense' })).toEqual([
      '+ { "id": "hidden-2", "type": "dense", "units": 4, "activation": "relu", "initializer": "he" },',
    ]);
  });

  it('has its fields on lines of their own where the others have', () => {
    const text = JSON.stringify({ layers: [{ id: 'input', type: 'input' }] }, null, 4);
    expect(edited(text, { kind: 'add-layer', type: 'dense', fields: { units: 1 }, id: 'output' })).toBe(
      JSON.stringify(
        {
          layers: [
            { id: 'input', type: 'input' },
            { id: 'output', type: 'dense', units: 1 },
          ],
        },
        null,
        4,
      ),
    );
  });

  it('is written without spaces where the text is', () => {
    const text = '{"layers":[{"id":"input","type":"input"}]}';
    expect(edited(text, { kind: 'add-layer', type: 'flatten' })).toBe(
      '{"layers":[{"id":"input","type":"input"},{"id":"flatten","type":"flatten"}]}',
    );
  });

  it.each(['', '\n', '// only a comment', '{}', '{ "layers": [] }'])('begins a network in %j', text => {
    const result = edited(text, { kind: 'add-layer', type: 'input' });
    expect(result).toContain('{ "id": "input", "type": "input" }');
    expect(JSON.parse(result.replace('// only a comment', ''))).toEqual({
      layers: [{ id: 'input', type: 'input' }],
    });
  });

  it('on an edge of a branch takes only that edge', () => {
    const text = edited(
      lines,
      { kind: 'insert-layer', type: 'add', from: 'flatten', to: 'hidden' },
      { kind: 'connect', from: 'input', to: 'add' },
    );
    expect(
      diff(
        lines,
        { kind: 'insert-layer', type: 'add', from: 'flatten', to: 'hidden' },
        { kind: 'connect', from: 'input', to: 'add' },
      ),
    ).toEqual(['+ { "id": "add", "type": "add", "inputs": ["flatten", "input"] },']);
    expect(
      diff(text, { kind: 'insert-layer', type: 'dense', from: 'input', to: 'add', fields: { units: 3 } }),
    ).toEqual([
      '- { "id": "add", "type": "add", "inputs": ["flatten", "input"] },',
      '+ { "id": "hidden-2", "type": "dense", "inputs": ["input"], "units": 3 },',
      '+ { "id": "add", "type": "add", "inputs": ["flatten", "hidden-2"] },',
    ]);
  });

  it('that is a second input leaves the first one feeding what it fed', () => {
    expect(diff(lines, { kind: 'add-layer', type: 'input' })).toEqual([
      '+ { "id": "input-2", "type": "input" },',
    ]);
  });
});

describe('a removed layer', () => {
  it('takes its line along, and its position', () => {
    const text = edited(lines, { kind: 'set-positions', positions: { hidden: { x: 10.4, y: 20 } } });
    expect(text).toContain('"view": {\n    "positions": { "hidden": { "x": 10, "y": 20 } }\n  }\n}');
    expect(diff(text, { kind: 'remove-layers', ids: ['hidden'] })).toEqual([
      '- { "id": "hidden", "type": "dense", "units": 7, "activation": "relu" }, // widest',
      '- "training": { "loss": "binary-cross-entropy", "optimizer": { "type": "sgd", "learningRate": 0.0075 } },',
      '- "view": {',
      '- "positions": { "hidden": { "x": 10, "y": 20 } }',
      '- }',
      '+ "training": { "loss": "binary-cross-entropy", "optimizer": { "type": "sgd", "learningRate": 0.0075 } }',
    ]);
  });

  it('at the end takes the comma before it', () => {
    expect(diff(lines, { kind: 'remove-layers', ids: ['output'] })).toEqual([
      '- { "id": "hidden", "type": "dense", "units": 7, "activation": "relu" }, // widest',
      '- { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }',
      '+ { "id": "hidden", "type": "dense", "units": 7, "activation": "relu" } // widest',
    ]);
  });

  it('joins what it stood between', () => {
    const text =
      '{ "layers": [{ "id": "a", "type": "input" }, { "id": "b", "type": "flatten" }, { "id": "c", "type": "flatten", "inputs": ["a"] }, { "id": "d", "type": "add", "inputs": ["b", "c"] }] }';
    expect(edited(text, { kind: 'remove-layers', ids: ['b'] })).toBe(
      '{ "layers": [{ "id": "a", "type": "input" }, { "id": "c", "type": "flatten" }, { "id": "d", "type": "add", "inputs": ["a", "c"] }] }',
    );
  });
});

it('what stands among the layers and is none stays where it is', () => {
  const text = '{ "layers": [1, { "id": "a", "type": "input" }, 2, 3, { "id": "b", "type": "flatten" }, 4] }';
  expect(edited(text, { kind: 'remove-layers', ids: ['a'] })).toBe(
    '{ "layers": [1, 2, 3, { "id": "b", "type": "flatten" }, 4] }',
  );
  expect(edited(text, { kind: 'add-layer', type: 'flatten', after: 'a', id: 'new' })).toBe(
    '{ "layers": [1, { "id": "a", "type": "input" }, 2, 3, { "id": "new", "type": "flatten" }, { "id": "b", "type": "flatten" }, 4] }',
  );
});

it('a list of hundreds of thousands is edited without an exception', () => {
  const text = `{ "layers": [{ "id": "a", "type": "input" }, ${'1,'.repeat(300_000)} 1] }`;
  expect(editNetwork(text, [{ kind: 'add-layer', type: 'dense', id: 'new' }])).toHaveLength(1);
});

describe('other edits', () => {
  it('leave a list alone where a step into it is no place in it', () => {
    for (const step of ['units', '-1', -1, 0.5]) {
      expect(diff(lines, { kind: 'set-value', path: ['layers', step], value: undefined })).toEqual([]);
      expect(diff(lines, { kind: 'set-value', path: ['layers', step, 'units'], value: 3 })).toEqual([]);
    }
  });

  it('move a layer with the comment on its line', () => {
    expect(diff(lines, { kind: 'move-layer', id: 'hidden', after: 'input' })).toEqual([]);
    const order = edited(lines, { kind: 'move-layer', id: 'hidden', after: 'input' }).match(
      /"id": "\w+"|\/\/ .*/g,
    );
    expect(order).toEqual([
      '// my net',
      '"id": "input"',
      '// in',
      '"id": "hidden"',
      '// widest',
      '"id": "flatten"',
      '// the wide part',
      '"id": "output"',
    ]);
  });

  it('write inputs only where the order of the list does not say them', () => {
    const connected = edited(lines, { kind: 'connect', from: 'input', to: 'output' });
    expect(diff(lines, { kind: 'connect', from: 'input', to: 'output' })).toEqual([
      '- { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }',
      '+ { "id": "output", "type": "dense", "inputs": ["input"], "units": 1, "activation": "sigmoid" }',
    ]);
    expect(edited(connected, { kind: 'connect', from: 'hidden', to: 'output' })).toBe(lines);
  });

  it('rename a layer in inputs and positions', () => {
    const text = edited(
      lines,
      { kind: 'connect', from: 'flatten', to: 'output' },
      { kind: 'set-positions', positions: { flatten: { x: 0, y: 0 } } },
    );
    const renamed = edited(text, { kind: 'rename-layer', id: 'flatten', to: 'vector' });
    expect(renamed).toBe(
      text.replaceAll('"flatten"', '"vector"').replace('"type": "vector"', '"type": "flatten"'),
    );
    expect(edited(text, { kind: 'rename-layer', id: 'flatten', to: 'hidden' })).toBe(text);
  });

  it('set fields at their places, and take them away', () => {
    expect(
      diff(
        lines,
        { kind: 'set-field', id: 'hidden', field: 'initializer', value: 'he' },
        { kind: 'set-field', id: 'hidden', field: 'activation', value: undefined },
      ),
    ).toEqual([
      '- { "id": "hidden", "type": "dense", "units": 7, "activation": "relu" }, // widest',
      '+ { "id": "hidden", "type": "dense", "units": 7, "initializer": "he" }, // widest',
    ]);
  });

  it('change a type with the fields it has', () => {
    expect(diff(lines, { kind: 'set-field', id: 'hidden', field: 'type', value: 'flatten' })[1]).toBe(
      '+ { "id": "hidden", "type": "flatten" }, // widest',
    );
    expect(diff(lines, { kind: 'set-field', id: 'flatten', field: 'type', value: 'dense' })[1]).toBe(
      '+ { "id": "flatten", "type": "dense", "units": 4, "activation": "relu", "initializer": "he" },',
    );
  });

  it('set values anywhere, making the objects on the way', () => {
    expect(
      edited('{ "layers": [] }', {
        kind: 'set-value',
        path: ['training', 'optimizer', 'learningRate'],
        value: 0.1,
      }),
    ).toBe('{ "layers": [], "training": { "optimizer": { "learningRate": 0.1 } } }');
    expect(
      diff(lines, { kind: 'set-value', path: ['data'], value: { generator: 'moons', examples: 100 } }),
    ).toEqual([
      '- "data": { "generator": "flower" },',
      '+ "data": { "generator": "moons", "examples": 100 },',
    ]);
  });

  it('duplicate and paste with ids of their own', () => {
    expect(diff(lines, { kind: 'duplicate-layers', ids: ['flatten', 'hidden'] })).toEqual([
      '+ { "id": "flatten-2", "type": "flatten" },',
      '+ { "id": "hidden-2", "type": "dense", "units": 7, "activation": "relu" },',
    ]);
    expect(copyLayers(lines, ['hidden'])).toEqual([
      { id: 'hidden', type: 'dense', units: 7, activation: 'relu' },
    ]);
  });

  it.each([
    ['a layer that is not there', lines, { kind: 'set-field', id: 'nobody', field: 'units', value: 1 }],
    ['the value that is there', lines, { kind: 'set-field', id: 'hidden', field: 'units', value: 7 }],
    ['a text that is not whole', lines.slice(0, 200), { kind: 'add-layer', type: 'dense' }],
    ['a text that is no object', '[1]', { kind: 'add-layer', type: 'dense' }],
    ['itself', lines, { kind: 'connect', from: 'hidden', to: 'hidden' }],
  ] as const)('do nothing to %s', (_, text, edit) => {
    expect(editNetwork(text, [edit])).toEqual([]);
  });
});
