import { isObject } from './json/formatJson';
import { jsonValue, member } from './json/members';
import { readJson } from './json/readJson';

/**
 * A digest of what a run depends on: data, layers and training as values. Positions, name, comments, formatting and the
 * order of fields don't count. 53 bits of FNV-1a in two halves, as 14 hexadecimal digits.
 */
export function networkDigest(text: string): string {
  const { root } = readJson(text);
  const parts = ['data', 'layers', 'training'].map(key => canonical(jsonValue(member(root, key)?.value)));
  // a network that starts from nothing has the digest that it had before there were weights
  const weights = jsonValue(member(root, 'weights')?.value);
  if (weights !== undefined) parts.push(canonical(weights));
  return hash(`[${parts.join()}]`);
}

/** JSON with the fields of every object in alphabetical order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const fields = Object.keys(value).sort();
  return `{${fields.map(key => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`;
}

/** FNV-1a over the UTF-16 units, twice with different bases. */
function hash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  return ((high >>> 0) & 0x1fffff).toString(16).padStart(6, '0') + (low >>> 0).toString(16).padStart(8, '0');
}
