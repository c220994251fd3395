import * as z from 'zod';

const id = z.string();
const place = z.int().min(0);
const ids = z.array(id).readonly();
const fields = z.record(z.string(), z.unknown()).readonly();
/** JSON, by which edits travel, leaves out what is undefined. */
const value = z.unknown().optional();
const position = z.strictObject({ x: z.number(), y: z.number() }).readonly();

/** A change of a network, as a gesture makes it. One edit is one undo step; an array of them too. */
export const networkEditSchema = z.discriminatedUnion('kind', [
  /**
   * Adds a layer after `after` (in list order), rewired so that what followed `after` follows the new one. At the end
   * where `after` is absent, before the output if there is one. Fields default to the type's `initial`.
   */
  z.strictObject({
    kind: z.literal('add-layer'),
    type: z.string(),
    after: id.optional(),
    fields: fields.optional(),
    id: id.optional(),
  }),
  /**
   * Adds a block, such as a transformer block, as a group after `after`, which gives `width` values at a step: before all that
   * followed it, or before `to` alone.
   */
  z.strictObject({
    kind: z.literal('add-block'),
    block: z.string(),
    after: id,
    to: id.optional(),
    width: z.int().min(1).max(1_000_000),
    settings: z.record(z.string(), z.int().min(1).max(1_000_000)).readonly(),
  }),
  /** Inserts on the edge from → to. */
  z.strictObject({
    kind: z.literal('insert-layer'),
    type: z.string(),
    from: id,
    to: id,
    fields: fields.optional(),
  }),
  /** Layers that were fed by a removed one are fed by what fed it. */
  z.strictObject({ kind: z.literal('remove-layers'), ids }),
  z.strictObject({ kind: z.literal('duplicate-layers'), ids }),
  /** Pastes layers (as `copyLayers` made them) after `after`, with fresh ids. */
  z.strictObject({
    kind: z.literal('paste-layers'),
    layers: z.array(fields).readonly(),
    after: id.optional(),
  }),
  /** Moves a layer to another place in the list: after `after`, or first where undefined. */
  z.strictObject({ kind: z.literal('move-layer'), id, after: id.optional() }),
  /** `place` is one of the layer's inputs, from 0. */
  z.strictObject({ kind: z.literal('connect'), from: id, to: id, place: place.optional() }),
  z.strictObject({ kind: z.literal('disconnect'), from: id, to: id, place: place.optional() }),
  z.strictObject({ kind: z.literal('rename-layer'), id, to: id }),
  /** Sets a field of a layer; undefined removes it. */
  z.strictObject({ kind: z.literal('set-field'), id, field: z.string(), value }),
  /** Sets a value by its path from the top, such as ['training', 'optimizer', 'learningRate']; undefined removes it. */
  z.strictObject({
    kind: z.literal('set-value'),
    path: z.array(z.union([z.string(), z.int().min(0)])).readonly(),
    value,
  }),
  /** Makes groups of layers, by name; null takes one apart. */
  z.strictObject({ kind: z.literal('set-groups'), groups: z.record(z.string(), ids.nullable()).readonly() }),
  /** Pins positions; null unpins. */
  z.strictObject({
    kind: z.literal('set-positions'),
    positions: z.record(id, position.nullable()).readonly(),
  }),
]);

export type NetworkEdit = z.infer<typeof networkEditSchema>;

/** The edits of one kind. */
export type EditOf<K extends NetworkEdit['kind']> = Extract<NetworkEdit, { kind: K }>;
