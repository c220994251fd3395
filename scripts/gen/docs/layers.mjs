import { fieldTable, table } from './fieldTable.mjs';

/** docs/layers.md */
export function layers({ layers: definitions, z }) {
  return `
# Layers

Every layer of a network, with its fields, its formulas and examples. The examples are tests too: the shape rule says the
same as the real forward pass, and the gradient the same as finite differences.

Shapes are those of the notes: a vector of n values for each of m examples is (n, m), an example a column. Pictures are
(m, height, width, channels), as their files hold them.

${definitions.map(definition => section(definition, z)).join('\n\n')}
`;
}

function section({ type, title, summary, formulas, inputs: takes, newId, fields, initial, examples }, z) {
  const schema = z.toJSONSchema(z.strictObject(fields), { target: 'draft-7', io: 'input' });
  const inputs =
    takes === 'many'
      ? 'One or more.'
      : (['None: the data feeds it.', 'One.'][takes.length] ?? `${takes.join(', ')}.`);
  const rows = examples.map(example => [
    example.title,
    code({ type, ...example.fields }),
    example.inputs.map(shape => `(${shape.join(', ')})`).join(', ') || '–',
    `(${example.output.join(', ')})`,
    example.parameterCount,
  ]);
  return `## ${title}

${summary}

\`\`\`
${formulas.join('\n')}
\`\`\`

Inputs: ${inputs}

${Object.keys(fields).length > 0 ? fieldTable(schema) : 'It has no fields of its own.'}

${table(['Example', 'Written', 'An example in', 'and out', 'Parameters'], rows)}

A new one starts as ${code({ id: newId ?? type, type, ...initial })}.`;
}

function code(value) {
  const fields = Object.entries(value).map(
    ([name, field]) => `${JSON.stringify(name)}: ${JSON.stringify(field).replaceAll(',', ', ')}`,
  );
  return `\`{ ${fields.join(', ')} }\``;
}
