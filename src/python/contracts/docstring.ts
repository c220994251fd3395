import type { Dim } from '../sizes/size';
import type { Docstring, Parameter } from '../syntax/ast';
import { type NameSize, readDims } from './readDims';

/** What a docstring says of a parameter. */
export type Documented =
  | { readonly kind: 'array'; readonly shape: readonly Dim[]; readonly span: { start: number; end: number } }
  | { readonly kind: 'scalar' | 'integer'; readonly span: { start: number; end: number } };

/** Longer docstrings are read no further. */
const longest = 20_000;

const opening = /^(?:[-*]\s*)?[`*]*([A-Za-z_]\w*)[`*]*\s*(?:\([^)]*\)\s*)?(?:--|—|–|-|:|=)\s*(.*)$/;
const shapeBefore =
  /(?:\b(?:shapes?|sizes?|dimensions?|dims?)\b\s*(?:is|=|:|of)?\s*|\b(?:array|ndarray|matrix|vector|tensor)\b\s*(?:of)?\s*)[`]*[([]([^()[\]]*(?:\[\w+\][^()[\]]*)*)[)\]](.{0,12})/i;

/**
 * Reads what course code writes: "X -- data of size (n_x, m)", "w -- weights, a numpy array of size
 * (num_px * num_px * 3, 1)". Only what is said of a parameter by its name counts.
 */
export function readDocstring(
  docstring: Docstring,
  parameters: readonly Parameter[],
  nameSize: NameSize,
): ReadonlyMap<string, Documented> {
  const found = new Map<string, Documented>();
  const names = new Set(parameters.map(({ name }) => name));
  let at = docstring.start;
  let current: { name: string; words: string; start: number; end: number } | undefined;
  const finish = () => {
    if (!current || found.has(current.name)) return;
    const said = readWords(current.words, nameSize);
    if (said) found.set(current.name, { ...said, span: { start: current.start, end: current.end } });
  };
  for (const line of docstring.text.slice(0, longest).split('\n')) {
    const start = at + line.length - line.trimStart().length;
    const end = at + line.trimEnd().length;
    at += line.length + 1;
    const words = line.trim();
    if (/^(?::\s*)?(returns?|yields?|raises|outputs?|notes?|examples?)\b/i.test(words)) break;
    const match = opening.exec(words.replace(/^(?::param|@param)\s+(\w+)\s*:/, '$1:'));
    if (match) {
      finish();
      current = names.has(match[1]!) ? { name: match[1]!, words: match[2]!, start, end } : undefined;
    } else if (current && words !== '' && current.words.length < 300) {
      current.words += ` ${words}`;
    } else if (words === '') {
      finish();
      current = undefined;
    }
  }
  finish();
  return found;
}

type Said = { kind: 'array'; shape: readonly Dim[] } | { kind: 'scalar' | 'integer' };

function readWords(words: string, nameSize: NameSize): Said | undefined {
  const match = shapeBefore.exec(words);
  if (match) {
    // a dict, list or tuple of arrays isn't one array; nor is what may have one shape or another
    if (/\b(dictionary|dict|list|tuple)\b/i.test(words.slice(0, match.index))) return undefined;
    if (/^\W*(or|\/|if)\b/i.test(match[2] ?? '')) return undefined;
    // one word in brackets is a remark, not a shape
    const shape = match[1]!.includes(',') ? readDims(match[1]!, nameSize) : undefined;
    return shape && { kind: 'array', shape };
  }
  if (/\b(array|matrix|vector|list|tuple|dict|dictionary|tensor)\b/i.test(words)) return undefined;
  if (/\b(scalar|float|learning rate|hyperparameter)\b/i.test(words)) return { kind: 'scalar' };
  return /\b(integer|int)\b|^(number|size) of\b/i.test(words) ? { kind: 'integer' } : undefined;
}
