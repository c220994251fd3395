import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { layers } from '../src/core/layers';
import { dataFaultCodes } from '../src/core/network/dataFaultCodes';
import { readingFaults } from '../src/core/network/reading/readingFaults';
import { rules } from '../src/core/network/rules';

const root = path.resolve(import.meta.dirname, '..');

/** What of a JSON Schema these tests look at. */
interface Schema {
  readonly $schema?: string;
  readonly description?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly defaultSnippets?: readonly { readonly label: string; readonly body: unknown }[];
}

const schema = JSON.parse(readFileSync(path.join(root, 'media/nn.schema.json'), 'utf8')) as Schema;

describe('the JSON Schema', () => {
  const items = schema.properties!.layers!.items!;

  it('has each layer with its fields, closed', () => {
    expect(schema.$schema).toContain('draft-07');
    expect(items.anyOf!.map(({ properties }) => properties!.type!.const)).toEqual(
      layers.map(({ type }) => type),
    );
    items.anyOf!.forEach(({ properties, additionalProperties }, i) => {
      expect(additionalProperties).toBe(false);
      expect(Object.keys(properties!)).toEqual(['id', 'type', 'inputs', ...Object.keys(layers[i]!.fields)]);
    });
  });

  it('explains every field and every value that can be chosen', () => {
    const bare: string[] = [];
    const visit = (part: Schema, place: string) => {
      for (const [name, field] of Object.entries(part.properties ?? {})) {
        if (!field.description && field.const === undefined) bare.push(`${place}.${name}`);
        visit(field, `${place}.${name}`);
      }
      if (part.enumDescriptions) expect(part.enumDescriptions.length, place).toBe(part.enum?.length);
      for (const option of part.anyOf ?? []) visit(option, place);
      if (part.items) visit(part.items, `${place}[]`);
    };
    visit(schema, '');
    expect(bare).toEqual([]);
  });

  it('proposes each type of layer as a snippet', () => {
    expect(items.defaultSnippets!.map(({ label }) => label)).toEqual(layers.map(({ title }) => title));
  });
});

describe('the page on problems', () => {
  const page = readFileSync(path.join(root, 'docs/problems.md'), 'utf8');

  it('has every code once', () => {
    const codes = [...rules, ...readingFaults].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(page.split(`### \`${code}\`\n`), code).toHaveLength(2);
    for (const { code } of dataFaultCodes) expect(page).toContain(`| \`${code}\` |`);
  });

  it('has every code that the readers of data report', () => {
    const written = readdirSync(path.join(root, 'src/data'), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts'))
      .flatMap(file => [
        ...readFileSync(path.join(root, 'src/data', file), 'utf8').matchAll(/\bcode: '([a-z-]+)'/g),
      ])
      .map(([, code]) => code!);
    expect([...new Set(written)].sort()).toEqual(dataFaultCodes.map(({ code }) => code).sort());
  });
});
