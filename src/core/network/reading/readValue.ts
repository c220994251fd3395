import type { z } from 'zod';
import type { JsonNode } from '../json/jsonNode';
import type { Beginning } from '../json/tapeValue';
import { networkSchema } from '../schema';
import { mostLookedFor } from './foundProblems';
import type { SchemaFault } from './schemaFault';
import { schemaFaults } from './schemaFaults';
import { namesInside } from './schemaTree';
import { validate } from './validate';

export type ReadValue<T> =
  | { readonly data: T }
  /** One fault more than are looked for, where there are more. */
  | { readonly value: unknown; readonly faults: readonly SchemaFault[] };

/** So many items of each list, and the fields that a network may have: if enough is wrong with them, it isn't asked what follows. */
const beginning: Beginning = { most: mostLookedFor + 100, names: new Set(namesInside(networkSchema)) };

/**
 * What a schema says of what is written at a node. `what` names it: `a dense layer`. A megabyte in one list or object is read
 * to its end only where its beginning isn't full of faults.
 */
export function readValue<S extends z.ZodType>(
  schema: S,
  node: JsonNode,
  what: string,
): ReadValue<z.output<S>> {
  const validated = (value: unknown) => {
    const result = validate(schema, value);
    return result.success ? result : { value, faults: schemaFaults(schema, value, result.issues, what) };
  };
  const value = inPieces(node, part => {
    const read = validated(part);
    return 'faults' in read && read.faults.length > mostLookedFor;
  });
  return validated(value);
}

/** The value of a node; only its beginning, where that is long and has enough faults. */
export function inPieces(node: JsonNode, isEnough: (beginning: unknown) => boolean): unknown {
  if (node.size <= beginning.most) return node.toValue();
  const part = node.toValue(beginning);
  return isEnough(part) ? part : node.toValue();
}
