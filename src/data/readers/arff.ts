import { type ArffAttribute, type ArffHeader, arffHeader } from '../arff/arffHeader';
import { arffRow } from '../arff/arffRow';
import type { SourceFile } from '../bytes/sourceFile';
import { sayEncoding, type TextEncoding, textEncoding } from '../bytes/textEncoding';
import { textLines } from '../bytes/textLines';
import { type Reading, turn } from '../reading';
import { listed } from '../sentence';
import type { TableReader, TableRows } from './reader';

/** Tables of Weka and OpenML (attribute-relation file format), dense and sparse. */
export const arff: TableReader = {
  kind: 'table',
  title: 'ARFF table',
  extensions: ['.arff'],

  recognises: () => false,

  async open(file) {
    const encoding = await textEncoding(file);
    const header = await arffHeader(file, encoding);
    const { attributes } = header;
    return {
      name: file.name,
      columns: attributes.map(({ name }) => name),
      choices: [
        ...sayEncoding(file.name, encoding),
        ...sayType(file, attributes, 'date', 'dates'),
        ...sayType(file, attributes, 'text', 'texts'),
      ],
      canonical: true,
      categories: new Map(attributes.flatMap(({ name, values }) => (values ? [[name, [...values]]] : []))),
      dateOrders: new Map(
        attributes.flatMap(({ name, dateOrder }) => (dateOrder ? [[name, dateOrder]] : [])),
      ),
      rows: reading => rowsOf(file, encoding, header, reading),
    };
  },
};

async function* rowsOf(
  file: SourceFile,
  encoding: TextEncoding,
  { attributes, dataLine }: ArffHeader,
  reading?: Reading,
): AsyncGenerator<TableRows, undefined> {
  for await (const { lines, from } of textLines(file, encoding, reading)) {
    const cells: string[][] = [];
    const places: number[] = [];
    for (const [i, text] of lines.entries()) {
      const line = from + i;
      if (line <= dataLine) continue;
      const row = arffRow(text, attributes, () => `${file.name}, line ${line}`);
      if (!row) continue;
      cells.push(row);
      places.push(line);
    }
    if (cells.length > 0) yield { cells, lines: places };
    await turn();
  }
}

function sayType(
  file: SourceFile,
  attributes: readonly ArffAttribute[],
  wanted: ArffAttribute['type'],
  what: string,
): string[] {
  const names = attributes.filter(({ type }) => type === wanted).map(({ name }) => name);
  return names.length > 0 ? [`${file.name} declares ${listed(names, 4)} as ${what}.`] : [];
}
