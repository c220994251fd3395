import type { SourceFile } from '../bytes/sourceFile';
import { type DateStyle, dateStyles } from './dateStyles';
import { sharedStrings } from './sharedStrings';
import { noWorkbook, WorkbookParts } from './workbookParts';

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

/** A workbook of Excel (ECMA-376), as far as its tables need it. */
export interface Workbook {
  readonly parts: WorkbookParts;
  /** In the order of their tabs; charts aren't among them. */
  readonly sheets: readonly Sheet[];
  /** Whether days are counted from 1904, as on old Macs. */
  readonly from1904: boolean;
  /** Texts that cells name by their number. */
  readonly strings: readonly string[];
  /** How a cell of a style shows a date or a time, by the number of the style. */
  readonly styles: readonly DateStyle[];
}

export async function openWorkbook(file: SourceFile): Promise<Workbook> {
  const parts = await WorkbookParts.open(file);
  const root = [...(await parts.related('')).values()].find(({ kind }) => kind === 'officeDocument');
  if (!root) throw noWorkbook(file.name, 'it names no document');
  const related = await parts.related(root.part);
  const sheets: Sheet[] = [];
  let from1904 = false;
  await parts.read(root.part, {
    open(element, attributes) {
      if (element === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (element !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => name === 'id' || name.endsWith(':id'))?.[1];
      const target = id === undefined ? undefined : related.get(id);
      const { name, state = 'visible' } = attributes;
      if (target?.kind === 'worksheet' && name !== undefined)
        sheets.push({ name, hidden: state !== 'visible', part: target.part });
    },
  });
  if (sheets.length === 0) throw noWorkbook(file.name, 'it has no sheets');
  const partOf = (wanted: string) => [...related.values()].find(({ kind }) => kind === wanted)?.part;
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')];
  return {
    parts,
    sheets,
    from1904,
    strings: strings && parts.has(strings) ? await sharedStrings(parts, strings) : [],
    styles: styles && parts.has(styles) ? await dateStyles(parts, styles) : [],
  };
}
