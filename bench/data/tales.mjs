import { readFileSync } from 'node:fs';
import path from 'node:path';

const file = path.resolve(import.meta.dirname, '../../samples/tales.txt');

/** The characters of the sample's tales: windows of them one behind the other, and the character behind each of theirs. */
export function tales(_engine, { window }) {
  const text = readFileSync(file, 'utf8');
  const characters = [...text];
  const index = new Map([...new Set(characters)].sort().map((character, i) => [character, i]));
  const indices = characters.map(character => index.get(character));
  const m = Math.floor((indices.length - 1) / window);
  const from = start => Uint8Array.from(indices.slice(start, start + m * window));
  const shape = [m, window];
  return { text, x: { shape, data: from(0) }, y: { shape, data: from(1) } };
}
