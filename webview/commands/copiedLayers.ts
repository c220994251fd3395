import { copyLayers } from '../../src/core/network/edit';
import { jsonValue } from '../../src/core/network/json/members';
import { readJson } from '../../src/core/network/json/readJson';
import type { CanvasContext } from '../canvas/canvasContext';

type WrittenLayer = Readonly<Record<string, unknown>>;

/** The selected layers as the clipboard holds them: the JSON of a list of layers. */
export function copiedLayers({ state }: CanvasContext): string | undefined {
  if (!state.document || state.selection.length === 0) return undefined;
  return JSON.stringify(copyLayers(state.document.text, state.selection), undefined, 2);
}

/** The layers in a text from the clipboard: a list, or one layer by itself; undefined where it is something else. */
export function pastedLayers(text: string): readonly WrittenLayer[] | undefined {
  const { root, problems } = readJson(text);
  if (problems.length > 0) return undefined;
  const value = jsonValue(root);
  const layers = Array.isArray(value) ? value : [value];
  return layers.length > 0 && layers.every(isLayer) ? layers : undefined;
}

function isLayer(value: unknown): value is WrittenLayer {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
