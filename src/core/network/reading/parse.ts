import type { z } from 'zod';
import type { Span } from '../../problem';
import { doubles } from '../json/doubles';
import { isObject } from '../json/formatJson';
import type { JsonNode } from '../json/jsonNode';
import { member, nodeAt, spanOf, stepsTo } from '../json/members';
import { type JsonText, readJson } from '../json/readJson';
import type { LayerNode, Network } from '../network';
import { dataSchema, networkSchema, trainingSchema, viewSchema, weightsSchema } from '../schema';
import { clipped } from './badValue';
import { findFault, type Report } from './faultProblem';
import { FoundProblems, mostLookedFor } from './foundProblems';
import { parseLayers } from './parseLayers';
import { readValue } from './readValue';
import type { SchemaFault } from './schemaFault';
import { schemaFaults } from './schemaFaults';

/** A text read as far as it goes, with what edits and rules need to point into it. */
export interface ParsedNetwork {
  readonly json: JsonText;
  /** Whether it is well-formed JSON: only then can it be edited. */
  readonly whole: boolean;
  readonly network: Network | undefined;
  /** The layer's object in the text, one for each of `network.layers`. */
  readonly elements: readonly JsonNode[];
}

/**
 * Reads a network file, half written or not. What is wrong with each value by itself goes to `found`. Never throws.
 */
export function parseNetwork(text: string, found = new FoundProblems(text)): ParsedNetwork {
  const json = readJson(text);
  const { root, problems: syntax } = json;
  const whole = syntax.length === 0;
  for (const problem of syntax) found.add(problem.severity, problem.span, () => problem);
  found.count('error', json.furtherProblems);
  if (json.leftOff) found.leaveOff();
  if (!root) return { json, whole, network: undefined, elements: [] };
  if (root.type !== 'object') {
    const span = spanOf(root);
    found.add('error', span, () => ({
      code: 'bad-value',
      severity: 'error',
      message: 'A network file holds one object: { "layers": [ … ] }.',
      span,
      fixes: [],
    }));
    return { json, whole, network: undefined, elements: [] };
  }

  const report: Report = (faults, base, layer) => {
    for (const fault of faults) {
      if (found.enough) return found.leaveOff();
      findFault(found, json, root, fault, base, layer);
    }
  };
  const check = <S extends z.ZodType>(key: string, schema: S, what: string): z.output<S> | undefined => {
    const field = member(root, key);
    if (!field?.value) return undefined;
    const read = readValue(schema, field.value, what);
    if ('data' in read) return read.data;
    const moved = key === 'data' ? besideTrain(read.value) : undefined;
    report(moved ? [moved] : read.faults, [key]);
    return undefined;
  };

  const twice = doubles(root, mostLookedFor);
  if (twice.length === mostLookedFor) found.leaveOff();
  for (const { name, span } of twice) {
    found.add('warning', span, () => ({
      code: 'duplicate-field',
      severity: 'warning',
      message: `"${clipped(name)}" is written twice here; only the last one counts. Remove one of them.`,
      span,
      fixes: [],
    }));
  }
  const name = check('name', networkSchema.shape.name, '"name"');
  check('$schema', networkSchema.shape.$schema, '"$schema"');
  const data = check('data', dataSchema, '"data"');
  const weights = check('weights', weightsSchema, '"weights"');
  const training = check('training', trainingSchema, '"training"');
  const view = check('view', viewSchema, '"view"');
  unknownTopFields(root, report);

  const { layers, elements } = parseLayers(root, report, found);
  const network: Network = {
    name,
    layers,
    weights,
    data,
    training,
    flow: view?.flow,
    groups: new Map(Object.entries(view?.groups ?? {})),
    positions: new Map(Object.entries(view?.positions ?? {})),
    span: path => spanAt(root, path),
  };
  return { json, whole, network, elements };
}

/** `x` and `y` in `data` itself, where they mean the training set. */
function besideTrain(value: unknown): SchemaFault | undefined {
  if (!isObject(value) || typeof value.x !== 'string' || typeof value.y !== 'string') return undefined;
  if (['train', 'file', 'images', 'text', 'generator'].some(kind => value[kind] !== undefined))
    return undefined;
  const { x, y, ...rest } = value;
  return {
    code: 'unknown-field',
    message: '"x" and "y" stand inside "train": { "train": { "x": …, "y": … } }.',
    path: ['x'],
    fixes: [{ title: 'Put "x" and "y" into "train"', set: [], value: { train: { x, y }, ...rest } }],
  };
}

function unknownTopFields(root: JsonNode, report: Report): void {
  const known = Object.keys(networkSchema.shape);
  const unknown = root.otherNames(new Set(known), mostLookedFor + 1);
  if (unknown.length > 0) {
    const written = [...known.filter(name => member(root, name)), ...unknown];
    const value = Object.fromEntries(written.map(name => [name, 0]));
    report(
      schemaFaults(
        networkSchema,
        value,
        [{ code: 'unrecognized_keys', keys: unknown, path: [], message: '', input: value }],
        'the network',
      ),
      [],
    );
  }
}

function spanAt(root: JsonNode, path: string): Span | undefined {
  const steps = stepsTo(root, path);
  const node = steps && nodeAt(root, steps);
  return node && spanOf(node);
}

/** Where a layer or one of its fields stands. */
export function layerSpan(layer: LayerNode, field?: string): Span {
  return (field === undefined ? undefined : layer.fieldSpan(field)) ?? layer.fieldSpan('type') ?? layer.span;
}
