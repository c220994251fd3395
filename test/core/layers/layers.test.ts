import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { analyze } from '../../../src/core/analyze';
import { layers } from '../../../src/core/layers';
import { parseNetwork } from '../../../src/core/network/reading/parse';

// what a layer says of itself, held to what the analysis makes of it; plan and gradient are tested with the plans
describe.each(layers.map(layer => [layer.type, layer] as const))('%s', (type, layer) => {
  it.each(layer.examples.map(example => [example.title, example] as const))('%s', (_, example) => {
    const inputs = example.inputs.map((shape, i) => ({ id: `in-${i}`, type: 'input', shape }));
    const names = inputs.map(({ id }) => id);
    const one = { id: 'it', type, ...(names.length > 0 ? { inputs: names } : {}), ...example.fields };
    const text = JSON.stringify({ layers: [...inputs, one] });
    const report = analyze(text).shapes!.layers.get('it')!;
    expect(report.output).toEqual(example.output);
    expect(report.parameterCount).toBe(example.parameterCount);
    const { fields, raw } = parseNetwork(text).network!.layers.at(-1)!;
    expect(fields).toMatchObject(example.fields.initializer === undefined ? example.fields : {});
    expect(raw).toMatchObject(example.fields);
  });

  it('starts with fields that are valid', () => {
    expect(z.strictObject(layer.fields).safeParse(layer.initial).success).toBe(true);
  });

  it('explains each field', () => {
    for (const field of Object.values(layer.fields)) {
      const { title, description } = (field as z.ZodType).meta() ?? {};
      expect(title).toBeTruthy();
      expect(description).toMatch(/\.$/);
    }
  });

  it('says as much as can be known where nothing of its inputs is', () => {
    const text = JSON.stringify({
      layers: [
        { id: 'odd', type: 'unheard-of' },
        { id: 'it', type, ...layer.initial },
      ],
    });
    const report = analyze(text).shapes!.layers.get('it')!;
    expect(report.output).toBeDefined();
    expect(report.outputNamed.length).toBeGreaterThan(0);
  });
});
