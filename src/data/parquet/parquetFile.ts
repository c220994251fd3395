import type { FileMetaData, SchemaElement } from 'hyparquet';
import type { SourceFile } from '../bytes/sourceFile';
import { DataError } from '../dataError';
import { type CellText, cellText } from './cellText';
import { loadParquet, type ParquetLibrary } from './loadParquet';
import { damagedParquet, orDamaged } from './parquetFault';

const metadataLimit = 64 * 2 ** 20;
const chunkLimit = 2 ** 31 - 1;

/** A column of one value a row. */
export interface ParquetColumn {
  readonly name: string;
  readonly element: SchemaElement;
  /** How a value is written as a cell. */
  readonly text: CellText;
}

/** Where the values of a column lie, of the rows of one group. */
export interface ColumnChunk {
  readonly offset: number;
  readonly bytes: number;
  readonly codec: string;
}

export interface RowGroup {
  readonly rows: number;
  /** In the order of the columns. */
  readonly chunks: readonly ColumnChunk[];
}

export interface ParquetFile {
  readonly library: ParquetLibrary;
  readonly columns: readonly ParquetColumn[];
  /** Columns that hold lists, records or bytes, and why each can't be one of a table. */
  readonly unread: readonly { readonly name: string; readonly why: string }[];
  readonly groups: readonly RowGroup[];
}

/** What the footer of a Parquet file (Apache Parquet 2.11) says, held against the size of the file. */
export async function openParquet(file: SourceFile): Promise<ParquetFile> {
  const { name, size } = file;
  if (size < 12) throw damagedParquet(name, 'its end is missing');
  const tail = await file.read(size - 8, 8);
  const mark = String.fromCharCode(...tail.subarray(4));
  if (mark === 'PARE')
    throw new DataError(`${name} is encrypted; save it without encryption.`, { code: 'bad-data-file' });
  const length = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true);
  if (mark !== 'PAR1') throw damagedParquet(name, 'its end is missing');
  if (length > size - 12 || length > metadataLimit)
    throw damagedParquet(name, 'its footer doesn’t fit into it');
  const footer = await file.read(size - 8 - length, length + 8);
  const library = await loadParquet();
  return orDamaged(name, () => ({
    library,
    ...layoutOf(library.parquetMetadata(footer, { geoparquet: false }), file),
  }));
}

function layoutOf({ schema, row_groups, num_rows }: FileMetaData, { name, size }: SourceFile) {
  const columns: ParquetColumn[] = [];
  const places: number[] = [];
  const unread: { name: string; why: string }[] = [];
  let leaf = 0;
  let at = 1;
  const children = schema[0]?.num_children ?? 0;
  for (let i = 0; i < children; i++) {
    const element = schema[at];
    if (!element?.name) throw damagedParquet(name, 'a column has no name');
    const [end, leaves] = span(schema, at, name);
    if (element.num_children || element.repetition_type === 'REPEATED')
      unread.push({ name: element.name, why: 'lists or records' });
    else {
      const text = cellText(element);
      if (typeof text === 'string') unread.push({ name: element.name, why: text });
      else {
        columns.push({ name: element.name, element, text });
        places.push(leaf);
      }
    }
    leaf += leaves;
    at = end;
  }
  const groups = row_groups.map(({ columns: chunks, num_rows: rows }): RowGroup => {
    if (chunks.length !== leaf) throw damagedParquet(name, 'a group of rows lacks columns');
    return {
      rows: Number(rows),
      chunks: places.map(place => chunkOf(chunks[place]!, Number(rows), name, size)),
    };
  });
  const bytes = groups.flatMap(({ chunks }) => chunks).reduce((sum, chunk) => sum + chunk.bytes, 0);
  if (bytes > size) throw damagedParquet(name, 'its columns lie over each other');
  const total = groups.reduce((sum, { rows }) => sum + rows, 0);
  if (total !== Number(num_rows) || groups.some(({ rows }) => !(rows >= 0)))
    throw damagedParquet(name, 'the rows of its groups aren’t as many as it says');
  return { columns, unread, groups };
}

/** Where the element behind the one at `at` and all below it stands, and how many columns those are. */
function span(schema: readonly SchemaElement[], at: number, name: string): [number, number] {
  let [end, leaves] = [at, 0];
  for (let open = 1; open > 0; end++, open--) {
    const element = schema[end];
    if (!element) throw damagedParquet(name, 'its schema is cut off');
    if (element.num_children) open += element.num_children;
    else leaves++;
  }
  return [end, leaves];
}

function chunkOf(
  { meta_data: meta, file_path }: FileMetaData['row_groups'][number]['columns'][number],
  rows: number,
  name: string,
  size: number,
): ColumnChunk {
  if (!meta || file_path) throw damagedParquet(name, 'a column lies in another file');
  // a dictionary stands before the values; some writers say 0 where there is none
  const dictionary = Number(meta.dictionary_page_offset ?? 0);
  const data = Number(meta.data_page_offset);
  const offset = dictionary > 0 && dictionary < data ? dictionary : data;
  const bytes = Number(meta.total_compressed_size);
  if (Number(meta.num_values) !== rows)
    throw damagedParquet(name, 'a column has fewer or more values than rows');
  if (!(offset >= 4 && bytes >= 0 && offset + bytes <= size && bytes < chunkLimit))
    throw damagedParquet(name, 'a column lies beyond its end');
  return { offset, bytes, codec: meta.codec };
}
