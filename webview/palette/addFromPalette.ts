import type { BlockDefinition } from '../../src/core/layers/blocks';
import { blockPlace } from '../../src/core/network/edits/addBlock';
import { formatShape, sizesOf } from '../../src/core/shape';
import type { CanvasContext } from '../canvas/canvasContext';
import type { Edge } from '../state';

/** Where a block would stand, and how wide it would be; or why it can't, a sentence. */
export function blockSite(
  { state }: CanvasContext,
  block: BlockDefinition,
  edge: Edge | undefined,
  chosen: string | undefined = state.selection.at(-1),
): { readonly after: string; readonly to?: string; readonly width: number } | { readonly fault: string } {
  const { network, shapes } = state.good ?? {};
  const after = edge?.from ?? chosen ?? (network && blockPlace(network));
  const shape = after === undefined ? undefined : shapes?.layers.get(after)?.example;
  if (after === undefined) return { fault: 'A block follows a layer, and there is none yet.' };
  const fault = block.refuses(shape);
  if (fault) return { fault: `${fault} ${after} gives ${formatShape(sizesOf(shape!))}.` };
  const width = shape?.at(-1)?.size;
  if (typeof width !== 'number')
    return { fault: `How many values ${after} gives at a step isn’t known yet, and the block is as wide.` };
  return { after, width, ...(edge ? { to: edge.to } : {}) };
}

/** Adds a block as a group, with what was asked. */
export function addBlock(
  canvas: CanvasContext,
  block: BlockDefinition,
  { after, to, width }: { readonly after: string; readonly to?: string; readonly width: number },
  settings: Readonly<Record<string, number>>,
) {
  const { actions, focusSelection } = canvas;
  actions.edit({
    kind: 'add-block',
    block: block.type,
    after,
    width,
    settings,
    ...(to === undefined ? {} : { to }),
  });
  actions.set({ announcement: `Added a ${block.title.toLowerCase()} after ${after}, as a group.` });
  focusSelection();
}

/** Adds a layer of a type: on the edge, after the layer selected last, or where the core puts it. */
export function addFromPalette(canvas: CanvasContext, type: string, edge: Edge | undefined, after?: string) {
  const { actions, state } = canvas;
  if (edge) {
    actions.edit({ kind: 'insert-layer', type, from: edge.from, to: edge.to });
    actions.set({ announcement: `Inserted a ${type} layer between ${edge.from} and ${edge.to}.` });
  } else {
    const previous = after ?? state.selection.at(-1);
    actions.edit({ kind: 'add-layer', type, ...(previous === undefined ? {} : { after: previous }) });
    actions.set({
      announcement: `Added a ${type} layer${previous === undefined ? '' : ` after ${previous}`}.`,
    });
  }
  canvas.focusSelection();
}
