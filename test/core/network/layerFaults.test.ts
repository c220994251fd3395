import { describe, expect, test } from 'vitest';
import { finding } from '../../../src/cli/finding';
import { lineColumns } from '../../../src/cli/lineColumns';
import { analyze } from '../../../src/core/analyze';
import { applyTextEdits } from '../../../src/core/network/edit';
import { atLine } from '../../../src/runs/preparing/atLine';
import { withLayer } from '../../../src/runs/preparing/withLayer';

// what a student gets wrong in a layer: named on its layer and field, in words, with fixes that mend it

interface Fault {
  readonly title: string;
  /** The shape of an example that comes in. */
  readonly input: readonly number[];
  readonly layer: Readonly<Record<string, unknown>>;
  readonly code: string;
  /** Absent for the layer's type. */
  readonly field?: string;
  readonly says: string;
  /** The titles of its fixes, and the fields of the layer that each changes. */
  readonly fixes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const tooSmall = 'Make the kernel smaller, or pad the input.';

const faults: readonly Fault[] = [
  {
    title: 'a kernel larger than its input',
    input: [4, 3, 1],
    layer: { type: 'conv2d', filters: 2, kernelSize: 5 },
    code: 'kernel-too-large',
    field: 'kernelSize',
    says: `The kernel covers 5 rows, but its input has only 4. ${tooSmall}`,
    fixes: {
      'Change the kernel to 3 × 3': { kernelSize: 3 },
      'Pad so that the size is kept': { padding: 'same' },
    },
  },
  {
    title: 'of two sides the one that is too large',
    input: [9, 3, 1],
    layer: { type: 'conv2d', filters: 2, kernelSize: [2, 7] },
    code: 'kernel-too-large',
    field: 'kernelSize',
    says: `The kernel covers 7 columns, but its input has only 3. ${tooSmall}`,
    fixes: {
      'Change the kernel to 2 × 3': { kernelSize: [2, 3] },
      'Pad so that the size is kept': { padding: 'same' },
    },
  },
  {
    title: 'a kernel whose dilation reaches too far, though there is padding',
    input: [4, 4, 2],
    layer: { type: 'depthwise-conv2d', kernelSize: 5, dilation: 2, padding: 1 },
    code: 'kernel-too-large',
    field: 'kernelSize',
    says: `The kernel covers 9 rows, but its input has only 4 and 1 of padding at both ends. ${tooSmall}`,
    fixes: {
      'Change the kernel to 3 × 3': { kernelSize: 3 },
      'Pad so that the size is kept': { padding: 'same' },
    },
  },
  {
    title: 'a kernel longer than its series',
    input: [6, 2],
    layer: { type: 'conv1d', filters: 2, kernelSize: 9 },
    code: 'kernel-too-large',
    field: 'kernelSize',
    says: `The kernel covers 9 steps, but its input has only 6. ${tooSmall}`,
    fixes: {
      'Change the kernel to 6': { kernelSize: 6 },
      'Pad so that the size is kept': { padding: 'same' },
    },
  },
  {
    title: 'a pool larger than its input',
    input: [1, 5, 3],
    layer: { type: 'max-pool2d', poolSize: 2 },
    code: 'kernel-too-large',
    field: 'poolSize',
    says: 'The pool covers 2 rows, but its input has only 1. Make the pool smaller, or pad the input.',
    fixes: {
      'Change the pool to 1 × 1': { poolSize: 1 },
      'Pad so that the size is kept': { padding: 'same' },
    },
  },
  {
    title: 'a pool longer than its series',
    input: [3, 2],
    layer: { type: 'average-pool1d', poolSize: 4 },
    code: 'kernel-too-large',
    field: 'poolSize',
    says: 'The pool covers 4 steps, but its input has only 3. Make the pool smaller, or pad the input.',
    fixes: {
      'Change the pool to 3': { poolSize: 3 },
      'Pad so that the size is kept': { padding: 'same' },
    },
  },
  {
    title: 'groups that don’t divide the channels',
    input: [4, 4, 6],
    layer: { type: 'conv2d', filters: 8, kernelSize: 1, groups: 4 },
    code: 'groups-do-not-divide',
    field: 'groups',
    says: '4 groups can’t share out the 6 channels of the input evenly. Choose a number that divides both, or 1 for no groups.',
    fixes: { 'Change groups to 2': { groups: 2 }, 'Change groups to 1': { groups: 1 } },
  },
  {
    title: 'groups that divide neither channels nor filters, far more than there are',
    input: [5, 3],
    layer: { type: 'conv1d', filters: 4, kernelSize: 1, groups: 90_000 },
    code: 'groups-do-not-divide',
    field: 'groups',
    says: '90000 groups can’t share out the 3 channels of the input and its 4 filters evenly. Choose a number that divides both, or 1 for no groups.',
    fixes: { 'Change groups to 1': { groups: 1 } },
  },
  {
    title: 'dropout of everything',
    input: [4],
    layer: { type: 'dropout', rate: 1 },
    code: 'bad-value',
    field: 'rate',
    says: '"rate" must be less than 1, not 1: at 1 every value is left out, so that nothing is learnt.',
    fixes: { 'Change "rate" to 0.5': { rate: 0.5 } },
  },
  {
    title: 'dropout of whole channels, of everything and more',
    input: [4, 4, 2],
    layer: { type: 'spatial-dropout', rate: 1.5 },
    code: 'bad-value',
    field: 'rate',
    says: '"rate" must be less than 1, not 1.5: at 1 every value is left out, so that nothing is learnt.',
    fixes: { 'Change "rate" to 0.5': { rate: 0.5 } },
  },
  {
    title: 'averages that never move',
    input: [4],
    layer: { type: 'batch-norm', momentum: 1 },
    code: 'bad-value',
    field: 'momentum',
    says: '"momentum" must be less than 1, not 1: at 1 the averages stay what they were before the first step.',
    fixes: { 'Change "momentum" to 0.9': { momentum: 0.9 } },
  },
  {
    title: 'a dense layer on pictures',
    input: [8, 8, 3],
    layer: { type: 'dense', units: 7, activation: 'relu' },
    code: 'missing-flatten',
    says: 'A dense layer takes a vector, but the layer before gives 8 × 8 × 3. Put a flatten layer between them, or make it a 1 × 1 convolution, which is a dense layer at every pixel.',
    fixes: {
      'Insert a flatten layer': {},
      'Make it a 1 × 1 convolution': { type: 'conv2d', units: undefined, filters: 7, kernelSize: 1 },
    },
  },
];

const textOf = (input: readonly number[], layer: object) =>
  JSON.stringify(
    {
      layers: [
        { id: 'input', type: 'input', shape: input },
        { id: 'it', ...layer },
      ],
    },
    null,
    2,
  );

describe.each(faults)('$title', ({ input, layer, code, field, says, fixes }) => {
  const text = textOf(input, layer);
  const [problem] = analyze(text).problems.filter(other => other.code === code);

  test('is said on its layer and field, the same in a terminal', () => {
    expect(problem!.message).toBe(says);
    expect(problem).toMatchObject({ severity: 'error', layer: 'it', ...(field && { field }) });
    const marked = text.slice(problem!.span.start, problem!.span.end);
    expect(JSON.parse(`[${marked}]`)).toEqual([layer[field ?? 'type']]);
    expect(finding('it.nn.json', problem!, lineColumns(text))).toMatchObject({ message: says, code });
  });

  test('has fixes after which it is gone', () => {
    expect(problem!.fixes.map(({ title }) => title)).toEqual(Object.keys(fixes));
    for (const { title, edits } of problem!.fixes) {
      const fixed = applyTextEdits(text, edits);
      expect(
        analyze(fixed).problems.filter(({ severity, code: other }) => severity === 'error' && other === code),
      ).toEqual([]);
      const changed = JSON.parse(fixed).layers.at(-1);
      for (const [name, value] of Object.entries(fixes[title]!)) expect(changed[name], name).toEqual(value);
    }
  });
});

test.each([
  ['conv2d', [12, 12, 3], { filters: 4, kernelSize: 30 }, { type: 'max-pool2d', poolSize: 2 }],
  ['conv1d', [12, 3], { filters: 4, kernelSize: 30 }, { type: 'max-pool1d', poolSize: 2 }],
])('what follows a kernel of %s that is too large isn’t blamed for it', (type, shape, fields, pool) => {
  const layers = [
    { id: 'input', type: 'input', shape },
    { id: 'conv', type, ...fields },
    { id: 'pool', ...pool },
    { id: 'flatten', type: 'flatten' },
    { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
  ];
  const { problems } = analyze(JSON.stringify({ layers }));
  expect(problems.map(({ code, layer }) => [code, layer])).toEqual([['kernel-too-large', 'conv']]);
  // without a canvas the message says whose kernel it is
  expect(withLayer(problems[0]!)).toMatch(/^"conv": The kernel covers 30 /);
  expect(atLine('a.nn.json', '{}', problems[0]!)).toMatch(/^a\.nn\.json, line 1: "conv": The kernel/);
  expect(finding('a.nn.json', problems[0]!, lineColumns('{}'))).toMatchObject({ layer: 'conv' });
  expect(withLayer({ message: '"conv" is odd.', layer: 'conv' })).toBe('"conv" is odd.');
});

describe('unlike values merged', () => {
  const conv = (id: string, filters: number, stride = 1) =>
    ({ id, type: 'conv2d', filters, kernelSize: 1, stride, inputs: ['input'] }) as const;
  const joined = (type: string, second: object) =>
    JSON.stringify({
      layers: [
        { id: 'input', type: 'input', shape: [8, 8, 3] },
        conv('a', 4),
        second,
        { id: 'it', type, inputs: ['a', 'b'] },
      ],
    });

  test.each(['add', 'multiply', 'average', 'maximum'])('%s of pictures that differ in channels', type => {
    const text = joined(type, conv('b', 6));
    const [problem] = analyze(text).problems.filter(({ code }) => code === 'shape-mismatch');
    expect(problem).toMatchObject({ severity: 'error', layer: 'it', field: 'inputs' });
    expect(problem!.message).toContain('needs inputs of one shape, but these are (8, 8, 4) and (8, 8, 6).');
    const [fix] = problem!.fixes;
    expect(fix!.title).toBe('Concatenate them instead');
    const { problems, shapes } = analyze(applyTextEdits(text, fix!.edits));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(shapes!.layers.get('it')!.output).toEqual([8, 8, 10]);
  });

  test.each(['add', 'multiply', 'average', 'maximum', 'concatenate'])(
    '%s of pictures of other sizes',
    type => {
      const [problem] = analyze(joined(type, conv('b', 4, 2))).problems.filter(
        ({ code }) => code === 'shape-mismatch',
      );
      expect(problem).toMatchObject({ severity: 'error', layer: 'it', field: 'inputs', fixes: [] });
      expect(problem!.message).toContain('these are (8, 8, 4) and (4, 4, 4)');
    },
  );
});
