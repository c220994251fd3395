import { expect, test } from 'vitest';
import { z } from 'zod';
import { optimizerField, optimizerOf, optimizers } from '../../../src/core/optimizers';

test('the field takes a name, or an object with fields, and fills in the usual values', () => {
  const adam = { type: 'adam', learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
  expect(optimizerField.parse('adam')).toEqual(adam);
  expect(optimizerField.parse({ type: 'adam', beta1: 0.8 })).toEqual({ ...adam, beta1: 0.8 });
  expect(optimizerOf(optimizerField.parse({ type: 'sgd', learningRate: 0.0075 }))).toMatchObject({
    optimizer: { type: 'sgd' },
    fields: { learningRate: 0.0075 },
  });
});

test.each([
  { type: 'sgd', learningRate: 0 },
  { type: 'sgd', learningRate: -1 },
  { type: 'sgd', rate: 1 },
  { type: 'adam', beta1: 1 },
  { type: 'sdg' },
  'sdg',
  3,
])('refuses %j', value => {
  expect(optimizerField.safeParse(value).success).toBe(false);
});

test('its JSON schema names every optimizer, strictly, with fields that have titles and defaults', () => {
  const schema = z.toJSONSchema(optimizerField, { io: 'input' }) as unknown as {
    anyOf: [
      { enum: string[] },
      {
        oneOf: {
          properties: Record<string, { default?: number; title?: string }>;
          additionalProperties: boolean;
        }[];
      },
    ];
  };
  expect(schema.anyOf[0].enum).toEqual(optimizers.map(({ type }) => type));
  for (const { properties, additionalProperties } of schema.anyOf[1].oneOf) {
    expect(additionalProperties).toBe(false);
    const { type, ...fields } = properties;
    expect(type).toBeDefined();
    expect(Object.keys(fields)[0]).toBe('learningRate');
    for (const field of Object.values(fields))
      expect(field).toMatchObject({ title: expect.any(String), default: expect.any(Number) });
  }
});
