import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import type { DataReport } from '../../../src/core/network/dataReport';
import {
  describeLayer,
  describeMemory,
  describeShapes,
  formatBytes,
  formatFlops,
  shapeFigures,
  shapeLines,
  shapeMarkdown,
} from '../../../src/core/network/describe';

const planar: DataReport = {
  facts: {
    inputShape: [2],
    examples: { train: 400, test: 0 },
    targets: { n: 1, classes: ['0', '1'], binary: true, oneHot: false },
    choices: [],
  },
  faults: [],
  files: [],
};

function network(
  layers: readonly object[],
  training: object = { loss: 'l2', optimizer: 'sgd', iterations: 1 },
): string {
  return JSON.stringify({ layers: [{ id: 'input', type: 'input' }, ...layers], training });
}

function lines(text: string, data?: DataReport): string[] {
  return [...analyze(text, data).shapes!.layers.values()].flatMap(describeShapes);
}

const hidden = { id: 'hidden', type: 'dense', units: 4, activation: 'tanh' };
const output = { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' };

describe('the notes’ symbols', () => {
  it('are n_x, n_h and n_y with one hidden layer', () => {
    expect(lines(network([hidden, output]), planar)).toEqual([
      'X (n_x, m) = (2, 400)',
      'W1 (n_h, n_x) = (4, 2)',
      'b1 (n_h, 1) = (4, 1)',
      'Z1, A1 (n_h, m) = (4, 400)',
      'W2 (n_y, n_h) = (1, 4)',
      'b2 (n_y, 1) = (1, 1)',
      'Z2, A2 (n_y, m) = (1, 400)',
    ]);
  });

  it('are n_x and n_y for logistic regression', () => {
    expect(lines(network([output]), planar).slice(1, 3)).toEqual([
      'W1 (n_y, n_x) = (1, 2)',
      'b1 (n_y, 1) = (1, 1)',
    ]);
  });

  it('are numbered with several hidden layers', () => {
    const deep = network([20, 7, 5].map((units, i) => ({ ...hidden, id: `h${i}`, units })).concat(output));
    expect(lines(deep).filter(line => line.startsWith('W'))).toEqual([
      'W1 (n_1, n_x) = (20, n_x)',
      'W2 (n_2, n_1) = (7, 20)',
      'W3 (n_3, n_2) = (5, 7)',
      'W4 (n_y, n_3) = (1, 5)',
    ]);
  });

  it('stand alone where no size is known', () => {
    expect(lines(network([hidden, output]))[0]).toBe('X (n_x, m)');
  });

  it('name the sides of a picture, and n_x after the flatten', () => {
    const data = {
      ...planar,
      facts: { ...planar.facts!, inputShape: [64, 64, 3], examples: { train: 209, test: 50 } },
    };
    expect(lines(network([{ id: 'flatten', type: 'flatten' }, output]), data)).toEqual([
      'X (m, n_H, n_W, n_C) = (209, 64, 64, 3)',
      'A (n_x, m) = (12288, 209)',
      'W1 (n_y, n_x) = (1, 12288)',
      'b1 (n_y, 1) = (1, 1)',
      'Z1, A1 (n_y, m) = (1, 209)',
    ]);
  });

  it('add up in a concatenation', () => {
    const text = network([hidden, { id: 'join', type: 'concatenate', inputs: ['input', 'hidden'] }, output]);
    expect(lines(text, planar).slice(4, 6)).toEqual([
      'A (n_x + n_h, m) = (6, 400)',
      'W2 (n_y, n_x + n_h) = (1, 6)',
    ]);
  });
});

describe('past an error', () => {
  it('what follows a picture in a dense layer is known', () => {
    const data = { ...planar, facts: { ...planar.facts!, inputShape: [8, 8] } };
    const snapshot = analyze(network([hidden, output]), data);
    expect(snapshot.problems.map(({ code }) => code)).toEqual(['missing-flatten']);
    expect(snapshot.shapes!.layers.get('hidden')!.parameterCount).toBe(4 * 64 + 4);
    expect(snapshot.shapes!.layers.get('output')!.parameterCount).toBe(5);
  });

  it('a layer without units has a symbol for them', () => {
    const snapshot = analyze(network([{ id: 'hidden', type: 'dense', activation: 'relu' }, output]), planar);
    expect(snapshot.shapes!.layers.get('hidden')).toMatchObject({
      output: ['n_h'],
      parameterCount: undefined,
      number: 1,
    });
    expect(lines(network([{ id: 'hidden', type: 'dense' }, output]), planar)).toContain(
      'W2 (n_y, n_h) = (1, n_h)',
    );
    expect(snapshot.shapes!.parameterCount).toBeUndefined();
  });

  it('a layer of pictures whose fields are of no use says nothing of them, so that what follows isn’t blamed', () => {
    const text = JSON.stringify({
      layers: [
        { id: 'input', type: 'input', shape: [8, 8, 3] },
        { id: 'large', type: 'upsample', factor: 0 },
        { id: 'unclear', type: 'reshape' },
        { id: 'scaled', type: 'rescale' },
        { id: 'pad', type: 'zero-pad' },
        { id: 'flatten', type: 'flatten' },
        output,
      ],
    });
    const { problems, shapes } = analyze(text);
    expect(problems.filter(({ code }) => !['bad-value', 'missing-field'].includes(code))).toEqual([]);
    expect(shapes!.layers.get('unclear')!.output).toBeUndefined();
  });

  it('a misspelt activation takes no shape away', () => {
    expect(lines(network([{ ...hidden, activation: 'tahn' }, output]), planar)).toContain(
      'W1 (n_h, n_x) = (4, 2)',
    );
  });

  it('a cycle is inferred as far as it goes', () => {
    const text = network([{ id: 'join', type: 'add', inputs: ['input', 'hidden'] }, hidden, output]);
    expect(analyze(text, planar).shapes!.layers.get('output')!.parameterCount).toBe(5);
  });
});

describe('figures', () => {
  it('count parameters, operations and bytes as by hand', () => {
    const { shapes } = analyze(
      network([hidden, output], { loss: 'l2', optimizer: 'sgd', precision: 'float64' }),
      planar,
    );
    expect(shapes).toMatchObject({ parameterCount: 17, flops: 4 * (2 * 2 + 2) + 1 * (2 * 4 + 2) });
    expect(shapes!.bytes).toEqual({ parameters: 17 * 8, activations: (2 + 4 + 4 + 1 + 1) * 8 });
  });

  it('are written for people', () => {
    expect([formatFlops(33), formatFlops(12_345), formatFlops(4.2e9)]).toEqual([
      '33 FLOPs',
      '12 kFLOPs',
      '4.2 GFLOPs',
    ]);
    expect([formatBytes(132), formatBytes(1536), formatBytes(50 * 2 ** 20)]).toEqual([
      '132 B',
      '1.5 KiB',
      '50 MiB',
    ]);
    expect([formatBytes(0), formatBytes(2 ** 40)]).toEqual(['0 B', '1 TiB']);
    const report = analyze(network([hidden, output]), planar).shapes!.layers.get('hidden')!;
    expect(describeMemory(report)).toBe('80 B: 48 B of parameters, 32 B an example');
    expect(shapeFigures(report)).toEqual({ parameterCount: '12', flops: '24', memory: '80 B' });
    expect(shapeFigures({ ...report, parameterCount: undefined })).toEqual({
      parameterCount: '?',
      flops: '?',
      memory: '?',
    });
    expect(describeLayer(report).slice(-2)).toEqual(['12 parameters', '24 FLOPs an example']);
  });

  it('make a table', () => {
    const { network: parsed, shapes } = analyze(network([hidden, output]), planar);
    expect(shapeLines(parsed!, shapes!)).toEqual([
      'Layer   Type   Parameters                                    Values                      Count  FLOPs  Memory',
      'input   input                                                X (n_x, m) = (2, 400)           0      0     8 B',
      'hidden  dense  W1 (n_h, n_x) = (4, 2); b1 (n_h, 1) = (4, 1)  Z1, A1 (n_h, m) = (4, 400)     12     24    80 B',
      'output  dense  W2 (n_y, n_h) = (1, 4); b2 (n_y, 1) = (1, 1)  Z2, A2 (n_y, m) = (1, 400)      5     10    28 B',
      'total                                                                                       17     34   116 B',
    ]);
    expect(shapeMarkdown(parsed!, shapes!).split('\n')[1]).toBe(
      '| --- | --- | --- | --- | ---: | ---: | ---: |',
    );
    const barred = analyze(network([{ ...hidden, id: 'a|b' }, output]), planar);
    expect(shapeMarkdown(barred.network!, barred.shapes!)).toContain('| a\\|b | dense |');
  });
});

it('infers a thousand layers in an instant', () => {
  const deep = network(Array.from({ length: 1000 }, (_, i) => ({ ...hidden, id: `h${i}` })));
  analyze(deep);
  const before = process.cpuUsage().user;
  analyze(deep);
  // milliseconds on a quiet machine; the bound only catches what grows with the square
  expect((process.cpuUsage().user - before) / 1000).toBeLessThan(400);
});
