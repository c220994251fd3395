import { layerOf, mostInputs } from '../../layers';
import { freshIds } from '../freshIds';
import { formatManyLines, formatOneLine } from '../json/formatJson';
import { items, member } from '../json/members';
import { type Item, rewriteList } from '../json/rewriteList';
import { listOf, setMembers, setValue } from '../json/setValue';
import { indentOf } from '../json/writtenList';
import { keyOrder } from '../reading/keyOrder';
import type { NetworkDraft } from './networkDraft';

/** A layer in a list that is being changed. `inputs` is what feeds it, written out or not. */
export interface Entry {
  readonly id: string;
  /** How many layers may feed it: Infinity where it takes as many as there are. */
  readonly most: number;
  inputs: readonly string[];
  /** The layer as it stands in the text; undefined for a new one. */
  readonly written:
    | {
        readonly item: number;
        readonly id: unknown;
        readonly inputs: readonly string[];
        readonly explicit: boolean;
      }
    | undefined;
  /** The fields of a new one, without id and inputs. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export function layerList({ parsed }: NetworkDraft): Entry[] {
  const place = new Map(items(member(parsed.json.root, 'layers')?.value).map((node, i) => [node, i]));
  return (parsed.network?.layers ?? []).map((layer, i) => ({
    id: layer.id,
    most: mostOf(layer.type),
    inputs: layer.inputs,
    written: {
      item: place.get(parsed.elements[i]!)!,
      id: layer.raw.id,
      inputs: layer.inputs,
      explicit: layer.explicitInputs,
    },
    fields: {},
  }));
}

export function newEntry(
  list: readonly Entry[],
  type: string,
  fields: Readonly<Record<string, unknown>> | undefined,
  wanted?: string,
): Entry {
  return {
    id: freshIds(list.map(({ id }) => id))(wanted ?? layerOf(type)?.newId ?? type),
    most: mostOf(type),
    inputs: [],
    written: undefined,
    fields: { type, ...(fields ?? layerOf(type)?.initial) },
  };
}

/** An unknown type is taken for one that follows the layer before it. */
function mostOf(type: string): number {
  const definition = layerOf(type);
  return definition ? mostInputs(definition.inputs) : 1;
}

/** Puts `entries`, a chain of new layers, behind `from` and before the layers `to` that it feeds, at `index` of the list. */
export function spliceEntries(
  list: Entry[],
  entries: readonly Entry[],
  { from, to, index }: { from: string | undefined; to: readonly string[]; index: number },
): void {
  const heads = entries.filter(({ inputs, most }) => inputs.length === 0 && most > 0);
  for (const head of heads) if (from !== undefined) head.inputs = [from];
  const tail = entries.at(-1);
  if (tail && heads.length > 0 && from !== undefined) {
    for (const entry of list) if (to.includes(entry.id)) replaceInput(entry, from, [tail.id]);
  }
  list.splice(index, 0, ...entries);
}

/** Where a layer goes that may go anywhere: before the output, or at the end of a network that has none yet. */
export function freePlace(
  list: readonly Entry[],
  output: string | undefined,
): { from: string | undefined; to: readonly string[]; index: number } {
  const index = list.findIndex(({ id }) => id === output);
  const from = list[index]?.inputs[0];
  if (output !== undefined && from !== undefined) return { from, to: [output], index };
  return { from: list.at(-1)?.id, to: [], index: list.length };
}

export function placeAfter(
  list: readonly Entry[],
  after: string,
): { from: string; to: readonly string[]; index: number } {
  return { from: after, to: consumers(list, after), index: list.findIndex(({ id }) => id === after) + 1 };
}

export function consumers(list: readonly Entry[], id: string): string[] {
  return list.filter(({ inputs }) => inputs.includes(id)).map(entry => entry.id);
}

/**
 * What was fed by `old` is fed instead by those of `others` that don't feed it already, in the place where `old` was: by
 * the first of them alone, where it takes a number of inputs.
 */
export function replaceInput(entry: Entry, old: string, others: readonly string[]): void {
  const fitting = others.filter(other => other === old || !entry.inputs.includes(other));
  const instead = Number.isFinite(entry.most) ? fitting.slice(0, 1) : fitting;
  entry.inputs = entry.inputs.flatMap(input => (input === old ? instead : [input]));
}

/** Writes the list: `inputs` only where the order of the list doesn't say it. */
export function writeLayerList(draft: NetworkDraft, list: readonly Entry[]): void {
  const before = layerList(draft);
  const implied = (order: readonly Entry[], i: number): readonly string[] =>
    order[i]!.most === 0 || i === 0 ? [] : [order[i - 1]!.id];
  const redundant = new Set(
    before.flatMap((entry, i) => (sameIds(entry.inputs, implied(before, i)) ? [entry.id] : [])),
  );

  const changes = new Map<number, Record<string, unknown>>();
  const referenced = new Set<string>();
  list.forEach((entry, i) => {
    const needless = sameIds(entry.inputs, implied(list, i));
    const { written } = entry;
    if (!written) {
      if (!needless) for (const id of entry.inputs) referenced.add(id);
      return;
    }
    const unchanged = sameIds(entry.inputs, written.inputs);
    if (needless && written.explicit && !(unchanged && redundant.has(entry.id))) {
      changes.set(written.item, { inputs: undefined });
    } else if (!needless && !(written.explicit && unchanged)) {
      changes.set(written.item, { inputs: entry.inputs });
      for (const id of entry.inputs) referenced.add(id);
    }
  });
  // an id that was made up for a layer without a good one has to be written before another layer names it
  for (const { id, written } of list) {
    if (written && written.id !== id && referenced.has(id))
      changes.set(written.item, { ...changes.get(written.item), id });
  }

  const { json } = draft.parsed;
  const elements = items(member(json.root, 'layers')?.value);
  draft.apply(
    [...changes].flatMap(([item, change]) =>
      setMembers(json.text, elements[item]!, change, keyOrder(['layers', item]), json.layout),
    ),
  );
  const order = list.map(({ written }) => written?.item);
  const stays = order.length === before.length && order.every((item, i) => item === before[i]!.written?.item);
  if (!stays) writeOrder(draft, list, implied);
}

function writeOrder(
  draft: NetworkDraft,
  list: readonly Entry[],
  implied: (order: readonly Entry[], i: number) => readonly string[],
): void {
  if (!member(draft.parsed.json.root, 'layers')?.value) {
    draft.apply(setValue(draft.parsed.json, ['layers'], [], keyOrder));
  }
  const { text, root, layout } = draft.parsed.json;
  const node = member(root, 'layers')?.value;
  if (node?.type !== 'array') return;
  const elements = items(node);
  const outer = indentOf(text, node.parent?.offset ?? node.offset);
  const indent = elements[0] ? indentOf(text, elements[0].offset) : outer + layout.step;
  const neighbour = (i: number) =>
    [...list.slice(0, i).reverse(), ...list.slice(i)].find(({ written }) => written)?.written?.item;
  const wanted: Item[] = list.map((entry, i) => {
    if (entry.written) return entry.written.item;
    const inputs = sameIds(entry.inputs, implied(list, i)) ? {} : { inputs: entry.inputs };
    const { type, ...fields } = entry.fields;
    const value = { id: entry.id, type, ...inputs, ...fields };
    const model = elements[neighbour(i) ?? -1];
    const manyLines = model && text.slice(model.offset, model.offset + model.length).includes('\n');
    return manyLines
      ? formatManyLines(value, layout, indentOf(text, model.offset))
      : formatOneLine(value, layout);
  });
  const known = new Set(layerList(draft).flatMap(({ written }) => written?.item ?? []));
  draft.apply(
    rewriteList(listOf(text, node, elements), withOthers(wanted, known, elements.length), {
      eol: layout.eol,
      indent,
      padding: '',
      space: layout.space,
    }),
  );
}

/** Puts back what stands in the list and is no layer, behind what it stood behind. */
function withOthers(wanted: readonly Item[], layers: ReadonlySet<number>, count: number): Item[] {
  const places = new Set(wanted);
  const others = new Map<Item, number[]>();
  let before: Item = -1;
  for (let item = 0; item < count; item++) {
    if (places.has(item)) before = item;
    else if (!layers.has(item)) {
      const behind = others.get(before);
      if (behind) behind.push(item);
      else others.set(before, [item]);
    }
  }
  return [...(others.get(-1) ?? []), ...wanted.flatMap(item => [item, ...(others.get(item) ?? [])])];
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}
