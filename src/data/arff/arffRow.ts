import { DataError } from '../dataError';
import { counted, quoted } from '../sentence';
import type { ArffAttribute } from './arffHeader';
import { type ArffToken, arffTokens } from './arffTokens';

/** The cells of a line below `@data`, dense or sparse; undefined where there is only a comment, or nothing. A gap is empty. */
export function arffRow(
  line: string,
  attributes: readonly ArffAttribute[],
  place: () => string,
): string[] | undefined {
  const tokens = arffTokens(line);
  if (!tokens) throw new DataError(`${place()}: a quote isn't closed.`, { code: 'bad-data-file' });
  if (tokens.length === 0) return undefined;
  const cells = isMark(tokens[0], '{') ? sparse(tokens, attributes, place) : dense(tokens, attributes, place);
  for (const [i, cell] of cells.entries()) check(cell, attributes[i]!, place);
  return cells.map((cell, i) => textOf(cell, attributes[i]!));
}

function dense(
  tokens: readonly ArffToken[],
  attributes: readonly ArffAttribute[],
  place: () => string,
): ArffToken[] {
  const weight = tokens.findIndex(token => isMark(token, '{'));
  if (weight >= 0) {
    const what = 'a weight stands behind the row, and rows are all alike here. Take it away';
    throw new DataError(`${place()}: ${what}.`, { code: 'bad-data-file' });
  }
  if (tokens.some((token, i) => isMark(token, ',') && (i === 0 || isMark(tokens[i - 1], ',')))) {
    const what = 'a comma stands with no value before it. Where there is none, write ?';
    throw new DataError(`${place()}: ${what}.`, { code: 'bad-data-file' });
  }
  const cells = tokens.filter(token => !isMark(token, ','));
  if (cells.length === attributes.length) return cells;
  throw new DataError(
    `${place()}: ${counted(cells.length, 'value')}, but there are ${counted(attributes.length, 'attribute')}.`,
    { code: 'ragged-rows' },
  );
}

/** `{1 5.2, 4 b}`: what isn't named is 0, or the first value of a nominal attribute. */
function sparse(
  tokens: readonly ArffToken[],
  attributes: readonly ArffAttribute[],
  place: () => string,
): ArffToken[] {
  const cells = attributes.map(({ type, values }) => ({
    text: type === 'number' ? '0' : (values?.values().next().value ?? ''),
    quoted: type !== 'number',
  }));
  const inner = tokens.slice(1, -1).filter(token => !isMark(token, ','));
  if (!isMark(tokens.at(-1), '}') || inner.length % 2 !== 0)
    throw new DataError(`${place()}: a sparse row is {index value, index value}.`, { code: 'bad-data-file' });
  const seen = new Set<number>();
  for (let i = 0; i < inner.length; i += 2) {
    const index = Number(inner[i]!.text);
    if (!Number.isInteger(index) || index < 0 || index >= attributes.length || seen.has(index)) {
      throw new DataError(
        `${place()}: ${quoted(inner[i]!.text)} is no index of one of the ${counted(attributes.length, 'attribute')} (from 0), or comes twice.`,
        { code: 'bad-data-file' },
      );
    }
    seen.add(index);
    cells[index] = inner[i + 1]!;
  }
  return cells;
}

function check(cell: ArffToken, { name, type, values }: ArffAttribute, place: () => string): void {
  if (isGap(cell)) return;
  if (type === 'number' && !Number.isFinite(Number(cell.text.trim() || 'x')))
    throw new DataError(`${place()}: ${quoted(cell.text)} in ${name} isn't a number.`, { code: 'bad-cell' });
  if (values && !values.has(cell.text)) {
    throw new DataError(`${place()}: ${quoted(cell.text)} isn't among the declared values of ${name}.`, {
      code: 'bad-cell',
    });
  }
}

function textOf(cell: ArffToken, { type }: ArffAttribute): string {
  if (isGap(cell)) return '';
  return type === 'number' ? String(Number(cell.text)) : cell.text;
}

function isGap({ text, quoted: isQuoted }: ArffToken): boolean {
  return text === '?' && !isQuoted;
}

function isMark(token: ArffToken | undefined, mark: string): boolean {
  return token !== undefined && !token.quoted && token.text === mark;
}
