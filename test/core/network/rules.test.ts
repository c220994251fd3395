import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import { applyTextEdits } from '../../../src/core/network/edit';
import { readingFaults } from '../../../src/core/network/reading/readingFaults';
import { rules } from '../../../src/core/network/rules';

// what a rule says of itself is its test: the bad example has the problem, the good one hasn't, the first fix leads there
describe.each(rules.map(rule => [rule.code, rule] as const))('%s', (code, rule) => {
  it.each(rule.examples.map((example, i) => [i + 1, example] as const))(
    'example %i',
    (_, { bad, good, data }) => {
      const found = analyze(bad, data).problems.filter(problem => problem.code === code);
      expect(found.length).toBeGreaterThan(0);
      const [problem] = found;
      expect(problem!.span.end).toBeGreaterThan(problem!.span.start);
      expect(problem!.span.end).toBeLessThanOrEqual(bad.length);
      expect(
        analyze(good, data).problems.filter(other => other.code === code && !data?.faults.length),
      ).toEqual([]);
      for (const fix of problem!.fixes) {
        const fixed = applyTextEdits(bad, fix.edits);
        expect(JSON.parse(fixed)).toBeTypeOf('object');
        if (!data?.faults.length) {
          const left = analyze(fixed, data).problems.filter(other => other.code === code);
          expect(left.length, fix.title).toBeLessThan(found.length);
        }
      }
      if (problem!.fixes.length > 0) expect(applyTextEdits(bad, problem!.fixes[0]!.edits)).toBe(good);
    },
  );

  it('writes what it says as sentences', () => {
    for (const { bad, data } of rule.examples) {
      for (const { message, fixes } of analyze(bad, data).problems) {
        expect(message).toMatch(/^["“A-Z].*[.!?]$/s);
        for (const { title } of fixes) expect(title).toMatch(/^[A-Z][^.]*(\.\d[^.]*)*("[^"]*"[^.]*)?$/);
      }
    }
    expect(rule.why).toMatch(/\.$/);
  });

  it('finds nothing wrong with the good examples', () => {
    for (const { good, data } of rule.examples) {
      const problems = analyze(good, data).problems.filter(({ severity }) => severity === 'error');
      if (!data?.faults.length) expect(problems).toEqual([]);
    }
  });
});

it('has every rule of the folder in the registry', () => {
  const files = readdirSync(new URL('../../../src/core/network/rules', import.meta.url));
  expect(rules).toHaveLength(files.filter(file => !['all.ts', 'index.ts', 'rule.ts'].includes(file)).length);
});

describe.each(readingFaults.filter(({ bad }) => bad).map(fault => [fault.code, fault] as const))(
  '%s',
  (code, { bad }) => {
    it('is found in its example', () => {
      const found = analyze(bad!).problems.filter(problem => problem.code === code);
      expect(found).toHaveLength(1);
    });
  },
);

it('hints at what was meant for the first ids that name no layer, not for thousands', () => {
  const layers = Array.from({ length: 100 }, (_, i) => ({
    id: `hidden${i}`,
    type: 'dense',
    units: 2,
    activation: 'relu',
    inputs: [`hiden${i}`],
  }));
  const { problems } = analyze(JSON.stringify({ layers }));
  const missing = problems.filter(({ message }) => message.includes('no layer has that id'));
  expect(missing).toHaveLength(100);
  expect(missing.filter(({ message }) => message.includes('Did you mean'))).toHaveLength(20);
});

it('leaves a softmax alone that gives the output but for a dropout', () => {
  const example = rules.find(({ code }) => code === 'dropped-output')!.examples[0]!;
  expect(analyze(example.bad).problems.map(({ code }) => code)).not.toContain('softmax-hidden');
});

it('takes what a layer of series sees through others for series, and what a picture’s sees for pictures', () => {
  const codes = (...layers: object[]) =>
    analyze(
      JSON.stringify({
        layers: [
          { id: 'input', type: 'input', shape: [24, 3] },
          ...layers.map((layer, i) => ({ id: `l${i}`, ...layer })),
          { id: 'flatten', type: 'flatten' },
          { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
        ],
        training: { loss: 'binary-cross-entropy', optimizer: 'adam', iterations: 9, augment: ['flip'] },
      }),
    ).problems.map(({ code, message }) => `${code}: ${message}`);
  const series =
    'augmentation: "flip" is for pictures, but an example of the data is a series of 24 steps. Remove it; "noise" and "mixup" suit other data.';
  expect(codes({ type: 'layer-norm' }, { type: 'dropout' }, { type: 'max-pool1d', poolSize: 2 })).toContain(
    series,
  );
  expect(codes({ type: 'conv2d', filters: 2, kernelSize: 3 })).not.toContain(series);
  expect(codes()).not.toContain(series);
});

describe('parameters that no training could hold', () => {
  const found = (units: number, optimizer: string, precision = 'float32') =>
    analyze(
      JSON.stringify({
        layers: [
          { id: 'input', type: 'input', shape: [1] },
          { id: 'first', type: 'dense', units, activation: 'relu' },
          { id: 'second', type: 'dense', units, activation: 'relu' },
          { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
        ],
        training: { loss: 'binary-cross-entropy', optimizer, precision, iterations: 1 },
      }),
    ).problems.filter(({ code }) => code === 'memory');

  it('are an error at the layer that has the most', () => {
    expect(found(1e6, 'sgd')).toMatchObject([
      {
        severity: 'error',
        layer: 'second',
        field: 'units',
        message:
          '"second" has 1,000,001,000,000 parameters; training the network takes 7.3 TiB for weights and gradients alone, and there is room for 4 GiB. Use fewer units or smaller inputs.',
      },
    ]);
  });

  it('are counted with what the optimizer keeps, in the precision of the training', () => {
    // 22,000² parameters of 4 bytes are 1.8 GiB: twice that fits, three times doesn't
    expect(found(22_000, 'sgd')).toEqual([]);
    expect(found(22_000, 'momentum')[0]!.message).toContain(
      '5.4 GiB for weights, gradients and the optimizer’s',
    );
    expect(found(22_000, 'adam')[0]!.message).toContain('7.2 GiB');
    expect(found(22_000, 'sgd', 'float64')[0]!.message).toContain('7.2 GiB');
  });
});

describe('a layer without an activation', () => {
  const warned = (...layers: object[]) =>
    analyze(JSON.stringify({ layers: [{ id: 'input', type: 'input', shape: [3] }, ...layers] }))
      .problems.filter(({ code }) => code === 'linear-hidden')
      .map(({ layer }) => layer);
  const project = { id: 'project', type: 'dense', units: 4, inputs: ['input'] };
  const hidden = { id: 'hidden', type: 'dense', units: 4, activation: 'relu', inputs: ['input'] };
  const sum = { id: 'sum', type: 'add', inputs: ['project', 'hidden'] };
  const output = { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' };

  it('may bring a skip connection to the width of its sum', () => {
    expect(warned(project, hidden, sum, output)).toEqual([]);
    expect(
      warned(project, hidden, sum, { ...output, inputs: ['sum'] }, { id: 'flat', type: 'flatten' }),
    ).toEqual([]);
    const both = { id: 'both', type: 'concatenate', inputs: ['sum', 'project'] };
    expect(warned(project, hidden, sum, both, output)).toEqual([]);
  });

  it('does nothing where all that it feeds are weights, reshaped or not', () => {
    expect(warned(project, output)).toEqual(['project']);
    expect(warned(project, { id: 'flat', type: 'flatten' }, output)).toEqual(['project']);
    // the second could do what the first does, and stands before a sum itself
    const second = { ...project, id: 'second', inputs: ['project'] };
    expect(warned(project, second, hidden, { ...sum, inputs: ['second', 'hidden'] }, output)).toEqual([
      'project',
    ]);
  });

  it('may be the last with weights', () => {
    expect(warned(hidden, { ...output, activation: 'linear' }, { id: 'flat', type: 'flatten' })).toEqual([]);
  });
});
