import * as z from 'zod';
import { layerOf } from '../../core/layers';
import type { Model, ModelLayer } from './model';

/** The text of a network file, or why there is none. */
export type NetworkOf = { readonly text: string } | { readonly fault: string; readonly span: Model['span'] };

/**
 * The network file of a model that was found in a program. `from` names the program in a comment. A layer that
 * network files don't know, or not with these settings, is a fault: a network without it would be a wrong one.
 */
export function networkOf({ name, layers, fault, span }: Model, from: string): NetworkOf {
  if (fault) return { fault: fault.message, span: fault.span };
  if (layers.length === 0) return { fault: 'The model has no layers yet.', span };
  for (const layer of layers) {
    const found = faultOf(layer);
    if (found) return { fault: found, span: layer.span };
  }
  const rows = layers.flatMap(({ id, type, written, inputs, fields, leftOut }, i) => [
    ...(leftOut ? [`// of ${written} is left out: ${leftOut.join(', ')}`] : []),
    `${oneLine({ id, type, ...(inputs && { inputs }), ...fields })}${i < layers.length - 1 ? ',' : ''}`,
  ]);
  return {
    text: `{
  // made from the model ${name} in ${from}
  "name": ${JSON.stringify(name)},
  "layers": [
${rows.map(row => `    ${row}`).join('\n')}
  ]
}
`,
  };
}

function faultOf({ type, written, fields }: ModelLayer): string | undefined {
  const definition = layerOf(type);
  if (!definition) return `The designer doesn’t know layers of the kind ${written} yet.`;
  const read = z.strictObject(definition.fields).safeParse(fields);
  if (read.success) return undefined;
  const [field] = read.error.issues[0]!.path;
  const value = field === undefined ? '' : ` ${String(field)} ${JSON.stringify(fields[String(field)])}`;
  return `The designer has no ${written} with${value || ' these settings'}.`;
}

/** `{ "id": "input", "type": "input" }`. */
function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${oneLine(member)}`);
  return `{ ${members.join(', ')} }`;
}
