import { allocate } from '../arrays/numericArray';
import { DataError } from '../dataError';
import type { Files } from '../files';
import type { Preprocessing, TextReading } from '../preprocessing';
import type { Reading } from '../reading';
import { counted, listed, quoted } from '../sentence';
import { readText } from '../text/readText';
import { joinTokens, tokenise, tokenName } from '../text/tokenise';
import { indicesOf, unknown } from '../text/vocabulary';
import type { RawInputs } from './rawInputs';

/** Texts that were typed, an example each: their last tokens, as many as the network takes. */
export async function typedTexts(
  texts: readonly string[],
  text: TextReading,
  { inputShape: [window = 1] }: Preprocessing,
): Promise<RawInputs> {
  const rows = texts.map(typed => [...tokenise(typed, text.tokens)].slice(-window));
  for (const row of rows) {
    if (row.length === window) continue;
    const has = counted(row.length, text.tokens.slice(0, -1), text.tokens);
    throw new DataError(`The text has ${has}, but the network takes ${window} at least.`, {
      code: 'wrong-width',
    });
  }
  return examplesOf(rows.flat(), rows.length, window, window, text, 'The text');
}

/** A text file in all its runs of tokens, the last of which nothing follows. */
export async function readTextInputs(
  address: string,
  text: TextReading,
  { inputShape: [window = 1] }: Preprocessing,
  files: Files,
  reading?: Reading,
): Promise<RawInputs> {
  const { tokens, choices } = await readText(files, address, text.tokens);
  if (tokens.length < window) {
    const has = counted(tokens.length, text.tokens.slice(0, -1), text.tokens);
    throw new DataError(`${address} has ${has}, but the network takes ${window} at least.`, {
      code: 'wrong-width',
    });
  }
  const found = await examplesOf(tokens, tokens.length - window + 1, window, 1, text, address, reading);
  return { ...found, notes: choices };
}

/** m examples of `window` tokens, each `step` behind the one before. */
async function examplesOf(
  tokens: readonly string[],
  m: number,
  window: number,
  step: number,
  text: TextReading,
  name: string,
  reading?: Reading,
): Promise<RawInputs> {
  const indices = await indicesOf(tokens, text, reading);
  const strange = [...new Set(tokens.filter((_, i) => indices[i] === unknown))].sort();
  if (strange.length > 0) {
    throw new DataError(
      `${name} holds ${text.tokens} that weren’t in the text of the training: ${listed(strange.map(token => quoted(tokenName(token))))}.`,
      { code: 'unknown-token' },
    );
  }
  const data = allocate(Uint16Array, m * window, name);
  for (let i = 0; i < m; i++) data.set(indices.subarray(i * step, i * step + window), i * window);
  return {
    m,
    data,
    columns: ['text'],
    row: index => [joinTokens(tokens.slice(index * step, index * step + window), text.tokens)],
  };
}
