import * as z from 'zod';
import { layers as definitions, type LayerDefinition, layerOf } from '../../layers';
import { freshIds } from '../freshIds';
import { isObject } from '../json/formatJson';
import type { JsonNode } from '../json/jsonNode';
import { jsonValue, member, spanOf } from '../json/members';
import type { LayerNode } from '../network';
import { layerIdSchema, layerInputsSchema } from '../schema';
import { show } from './badValue';
import type { Report } from './faultProblem';
import { type FoundProblems, mostLookedFor } from './foundProblems';
import { nearest } from './nearest';
import { inPieces } from './readValue';
import type { SchemaFault } from './schemaFault';
import { schemaFaults } from './schemaFaults';
import { validate } from './validate';

/** More than any canvas can show; each layer costs some microseconds at every keystroke. */
const maxLayers = 10_000;

const schemas = new Map(
  definitions.map(({ type, fields }) => [type, z.strictObject(fields) as z.ZodObject<z.ZodRawShape>]),
);

const writtenInputs = layerInputsSchema.optional();
const inputsAlone = z.object({ inputs: layerInputsSchema });

/** The layers of a file: each that is an object is kept, whatever is wrong inside it, up to where no more faults are looked for. */
export function parseLayers(
  root: JsonNode,
  report: Report,
  found: FoundProblems,
): { layers: LayerNode[]; elements: JsonNode[] } {
  const list = member(root, 'layers')?.value;
  if (list?.type !== 'array') {
    report([list ? notAList(jsonValue(list)) : noLayers], list ? ['layers'] : []);
    return { layers: [], elements: [] };
  }
  const layers: LayerNode[] = [];
  const elements: JsonNode[] = [];
  const seen = new Set<string>();
  const count = Math.min(list.count, maxLayers);
  let fresh: ((wanted: string) => string) | undefined;
  const ids: Ids = {
    seen,
    fresh: wanted => {
      fresh ??= freshIds(
        Array.from({ length: count }, (_, i) => String(member(list.child(i), 'id')?.value?.value)),
      );
      return fresh(wanted);
    },
  };
  if (list.count > maxLayers) {
    const message = `This network has ${list.count} layers; only the first ${maxLayers} are read.`;
    report([{ code: 'too-large', message, path: [], fixes: [] }], ['layers', maxLayers]);
  }
  for (let index = 0; index < count; index++) {
    const element = list.child(index)!;
    if (found.enough) {
      found.leaveOff();
      break;
    }
    const parse = (raw: Readonly<Record<string, unknown>>, ids: Ids, report: Report) =>
      parseLayer(element, index, raw, layers.at(-1), ids, report);
    const raw = inPieces(
      element,
      value => isObject(value) && countFaults(value, seen, parse) > mostLookedFor,
    );
    if (!isObject(raw)) {
      report([notALayer(raw)], ['layers', index]);
      continue;
    }
    const layer = parse(raw, ids, report);
    seen.add(layer.id);
    layers.push(layer);
    elements.push(element);
  }
  return { layers, elements };
}

function countFaults(
  raw: Readonly<Record<string, unknown>>,
  seen: ReadonlySet<string>,
  parse: (raw: Readonly<Record<string, unknown>>, ids: Ids, report: Report) => LayerNode,
): number {
  let count = 0;
  parse(raw, { seen, fresh: wanted => wanted }, faults => {
    count += faults.length;
  });
  return count;
}

interface Ids {
  /** Those of the layers so far. */
  readonly seen: ReadonlySet<string>;
  /** An id that is written nowhere and was not given before. */
  readonly fresh: (wanted: string) => string;
}

const noLayers: SchemaFault = {
  code: 'missing-field',
  message: 'The network needs "layers", the list of its layers from input to output.',
  path: [],
  missing: 'layers',
  fixes: [{ title: 'Add "layers"', set: ['layers'], value: [{ id: 'input', type: 'input' }] }],
};

function notALayer(value: unknown): SchemaFault {
  return {
    code: 'bad-value',
    message: `A layer is an object such as { "id": "hidden", "type": "dense", "units": 4 }, not ${show(value)}.`,
    path: [],
    fixes: [],
  };
}

function notAList(value: unknown): SchemaFault {
  return {
    code: 'bad-value',
    message: `"layers" must be a list [ … ], not ${show(value)}.`,
    path: [],
    fixes: [],
  };
}

function parseLayer(
  element: JsonNode,
  index: number,
  raw: Readonly<Record<string, unknown>>,
  before: LayerNode | undefined,
  ids: Ids,
  report: Report,
): LayerNode {
  const type = typeof raw.type === 'string' ? raw.type : '';
  const written = validate(layerIdSchema, raw.id);
  const wantedId = written.success ? written.data : type || 'layer';
  const id = written.success && !ids.seen.has(written.data) ? written.data : ids.fresh(wantedId);
  const say = (faults: readonly SchemaFault[]) => report(faults, ['layers', index], { id, depth: 2 });

  if (!written.success) {
    const missing = raw.id === undefined;
    const fixes = [
      {
        title: `${missing ? 'Add' : 'Change'} "id"${missing ? ':' : ' to'} ${show(id)}`,
        set: ['id'],
        value: id,
      },
    ];
    say([
      missing
        ? {
            code: 'missing-field',
            message: 'A layer needs "id", a name of its own.',
            path: [],
            missing: 'id',
            fixes,
          }
        : {
            code: 'bad-value',
            message: `"id" must be a text of 1 to 100 characters, not ${show(raw.id)}.`,
            path: ['id'],
            fixes,
          },
    ]);
  } else if (id !== written.data) {
    say([
      {
        code: 'duplicate-id',
        message: `Two layers have the id "${written.data}". Give this one another.`,
        path: ['id'],
        fixes: [{ title: `Change "id" to "${id}"`, set: ['id'], value: id }],
      },
    ]);
  }

  const definition = layerOf(type);
  if (!definition) say([unknownType(raw.type)]);
  const inputs = validate(writtenInputs, raw.inputs);
  if (!inputs.success)
    say(
      schemaFaults(
        inputsAlone,
        raw,
        inputs.issues.map(issue => ({ ...issue, path: ['inputs', ...issue.path] })),
        'a layer',
      ),
    );
  const explicit = inputs.success ? inputs.data : undefined;
  const follows = before && definition?.kind !== 'input' ? [before.id] : [];
  return {
    id,
    type,
    fields: definition && fieldsOf(definition, raw, say),
    raw,
    inputs: explicit ?? follows,
    explicitInputs: explicit !== undefined,
    span: spanOf(element),
    fieldSpan: name => {
      const value = member(element, name)?.value;
      return value && spanOf(value);
    },
  };
}

/** Each field that is of no use counts as not written, so that what the others say of the shapes is still known. */
function fieldsOf(
  definition: LayerDefinition,
  raw: Readonly<Record<string, unknown>>,
  say: (faults: readonly SchemaFault[]) => void,
): Readonly<Record<string, unknown>> | undefined {
  const schema = schemas.get(definition.type)!;
  const { id: _id, type: _type, inputs: _inputs, ...own } = raw;
  const result = validate(schema, own);
  if (result.success) return result.data;
  const article = /^[aeiou]/.test(definition.type) ? 'an' : 'a';
  const faults = schemaFaults(schema, own, result.issues, `${article} ${definition.type} layer`);
  say(faults.map(fault => withInitial(fault, definition)));
  const bad = new Set(faults.map(({ path }) => path[0]));
  const rest = validate(schema, Object.fromEntries(Object.entries(own).filter(([name]) => !bad.has(name))));
  return rest.success ? rest.data : undefined;
}

/** What a new layer of the type starts with is what a missing field is filled with. */
function withInitial(fault: SchemaFault, { initial }: LayerDefinition): SchemaFault {
  if (fault.missing === undefined || fault.path.length > 0 || initial[fault.missing] === undefined)
    return fault;
  const value = initial[fault.missing];
  return {
    ...fault,
    fixes: [{ title: `Add "${fault.missing}": ${show(value)}`, set: [fault.missing], value }],
  };
}

function unknownType(type: unknown): SchemaFault {
  const types = definitions.map(definition => definition.type);
  const list = types.map(name => `"${name}"`).join(', ');
  if (type === undefined) {
    return {
      code: 'missing-field',
      message: `A layer needs "type", one of ${list}.`,
      path: [],
      missing: 'type',
      fixes: types.map(value => ({ title: `Add "type": "${value}"`, set: ['type'], value })),
    };
  }
  const meant = typeof type === 'string' ? nearest(type, types) : undefined;
  return {
    code: 'unknown-type',
    message: `There is no layer type ${show(type)}. ${meant ? `Did you mean "${meant}"?` : `The types are ${list}.`}`,
    path: ['type'],
    fixes: (meant ? [meant] : types).map(value => ({
      title: `Change "type" to "${value}"`,
      set: ['type'],
      value,
    })),
  };
}
