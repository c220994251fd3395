import { applyTextEdits, editNetwork } from '../../../src/core/network/edit';
import { jsonValue } from '../../../src/core/network/json/members';
import { readJson } from '../../../src/core/network/json/readJson';
import type { ViewState } from '../../state';

export type Written = Readonly<Record<string, unknown>>;

let last: { readonly text: string; readonly value: Written } | undefined;

/** The file as it is written, with the edits sent but not answered yet; also what doesn't validate, so that it can be mended. */
export function writtenNetwork({ document, pending }: ViewState): Written {
  let text = document?.text ?? '';
  for (const edits of pending) text = applyTextEdits(text, editNetwork(text, edits));
  if (last?.text !== text) last = { text, value: asObject(jsonValue(readJson(text).root)) };
  return last.value;
}

/** An object, also where something else or nothing is written. */
export function asObject(value: unknown): Written {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Written) : {};
}
