import type { SourceFile } from '../bytes/sourceFile';
import type { TextEncoding } from '../bytes/textEncoding';
import { textLines } from '../bytes/textLines';
import { DataError } from '../dataError';
import { quoted } from '../sentence';
import type { DateOrder } from '../tables/numbers/notation';
import { type ArffToken, arffTokens } from './arffTokens';
import { orderOfFormat } from './orderOfFormat';

export interface ArffAttribute {
  readonly name: string;
  readonly type: 'number' | 'text' | 'date' | 'nominal';
  /** The values of a nominal attribute, in the order in which they are declared. */
  readonly values?: ReadonlySet<string>;
  /** In which order the days, months and years of dates stand, where a format is declared. */
  readonly dateOrder?: DateOrder;
}

export interface ArffHeader {
  readonly attributes: readonly ArffAttribute[];
  /** The line of `@data`. */
  readonly dataLine: number;
}

const mostAttributes = 100_000;
const types: Readonly<Record<string, ArffAttribute['type']>> = {
  numeric: 'number',
  real: 'number',
  integer: 'number',
  string: 'text',
  date: 'date',
};

/** What stands before `@data` in an ARFF file (Weka). */
export async function arffHeader(file: SourceFile, encoding: TextEncoding): Promise<ArffHeader> {
  const attributes: ArffAttribute[] = [];
  const taken = new Set<string>();
  for await (const { lines, from } of textLines(file, encoding)) {
    for (const [i, line] of lines.entries()) {
      const place = `${file.name}, line ${from + i}`;
      const tokens = arffTokens(line);
      if (!tokens) throw fault(place, 'a quote isn’t closed');
      const [first, ...rest] = tokens;
      if (!first) continue;
      const word = first.text.toLowerCase();
      if (first.quoted || !word.startsWith('@'))
        throw fault(place, `${quoted(first.text)} stands before @data`);
      if (word === '@data') {
        if (attributes.length === 0) throw fault(place, 'no @attribute stands before @data');
        return { attributes, dataLine: from + i };
      }
      if (word === '@relation') continue;
      if (word !== '@attribute') throw fault(place, `${quoted(first.text)} isn’t known`);
      const attribute = attributeOf(rest, place);
      if (taken.has(attribute.name))
        throw fault(place, `a second attribute is called ${quoted(attribute.name)}`);
      if (attributes.length === mostAttributes)
        throw fault(place, `there are more than ${mostAttributes} attributes`);
      taken.add(attribute.name);
      attributes.push(attribute);
    }
  }
  throw new DataError(`${file.name} has no @data, so it is cut off or no ARFF file.`, {
    code: 'bad-data-file',
  });
}

function attributeOf([name, kind, ...rest]: readonly ArffToken[], place: string): ArffAttribute {
  if (!name || !kind) throw fault(place, 'an attribute needs a name and a type');
  if (kind.text === '{' && !kind.quoted) {
    const end = rest.findIndex(({ text, quoted: isQuoted }) => text === '}' && !isQuoted);
    if (end < 0) throw fault(place, `the values of ${quoted(name.text)} have no } behind them`);
    const values = rest.slice(0, end).filter(token => token.quoted || token.text !== ',');
    return { name: name.text, type: 'nominal', values: new Set(values.map(({ text }) => text)) };
  }
  const type = types[kind.text.toLowerCase()];
  const dateOrder = type === 'date' && rest[0] ? orderOfFormat(rest[0].text) : undefined;
  if (type) return { name: name.text, type, ...(dateOrder ? { dateOrder } : {}) };
  throw fault(place, `${quoted(name.text)} is of the type ${quoted(kind.text)}, which can’t be a column`);
}

function fault(place: string, what: string): DataError {
  return new DataError(`${place}: ${what}.`, { code: 'bad-data-file' });
}
