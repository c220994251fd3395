/** A Markdown table of the fields of an object, from its JSON Schema. */
export function fieldTable(schema) {
  const required = new Set(schema.required ?? []);
  const rows = Object.entries(schema.properties).map(([name, field]) => [
    `\`${name}\``,
    typeWords(field),
    required.has(name)
      ? '**needed**'
      : field.default === undefined
        ? (field.absent ?? '')
        : `\`${JSON.stringify(field.default)}\``,
    field.description ?? '',
  ]);
  return table(['Field', 'Value', 'Default', 'What it is'], rows);
}

export function table(head, rows) {
  const line = cells =>
    `| ${cells.map(cell => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A value in words: `whole number, 1 or more`. */
export function typeWords(field) {
  if (field.const !== undefined) return `\`${JSON.stringify(field.const)}\``;
  if (field.enum) return field.enum.map(value => `\`${JSON.stringify(value)}\``).join(', ');
  if (field.anyOf ?? field.oneOf)
    return [...new Set((field.anyOf ?? field.oneOf).map(typeWords))].join(' or ');
  if (field.type === 'integer' || field.type === 'number')
    return `${field.type === 'integer' ? 'whole number' : 'number'}${range(field)}`;
  if (field.type === 'string') return 'text';
  if (field.type === 'boolean') return '`true` or `false`';
  if (field.type === 'array')
    return field.items && !Array.isArray(field.items)
      ? `list of ${typeWords(field.items)}`
      : `list of ${field.items?.length ?? ''} values`;
  if (field.additionalProperties?.type) return `object: name → ${typeWords(field.additionalProperties)}`;
  return 'object';
}

function range({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }) {
  const low =
    exclusiveMinimum !== undefined
      ? `greater than ${exclusiveMinimum}`
      : minimum !== undefined && minimum > -9e15
        ? `at least ${minimum}`
        : '';
  const high =
    exclusiveMaximum !== undefined
      ? `less than ${exclusiveMaximum}`
      : maximum !== undefined && maximum < 9e15
        ? `at most ${maximum.toLocaleString('en-US')}`
        : '';
  const words = [low, high].filter(Boolean).join(', ');
  return words && `, ${words}`;
}
