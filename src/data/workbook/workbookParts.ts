import { deflateRatio } from '../bytes/inflate';
import type { SourceFile } from '../bytes/sourceFile';
import { readZipDirectory } from '../bytes/zipDirectory';
import { openZipEntry, type ZipEntry } from '../bytes/zipEntry';
import { DataError } from '../dataError';
import { bytesText } from '../sentence';
import { readXml, type XmlHandler } from './readXml';

/** A part that unpacks to more than this, and to this many times its bytes, is one value over and over. */
const harmless = 100e6;
const mostRatio = deflateRatio / 4;

/** The parts of a workbook (ECMA-376, part 2): XML files in a zip archive. */
export class WorkbookParts {
  private constructor(
    readonly file: SourceFile,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
  ) {}

  static async open(file: SourceFile): Promise<WorkbookParts> {
    const entries = await readZipDirectory(file);
    return new WorkbookParts(file, new Map(entries.map(entry => [entry.name, entry])));
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Reads a part, and gives the control back after each piece. */
  async *pieces(name: string, handler: XmlHandler): AsyncGenerator<void, undefined> {
    const entry = this.entries.get(name);
    if (!entry) throw noWorkbook(this.file.name, `${name} is missing`);
    const { size, packedSize } = entry;
    if (size > harmless && size > mostRatio * packedSize) {
      const claim = `${name} in it says that it unpacks from ${bytesText(packedSize)} to ${bytesText(size)}`;
      throw new DataError(`${this.file.name} isn't read: ${claim}.`, { code: 'data-too-big' });
    }
    const { stream } = await openZipEntry(this.file, entry);
    yield* readXml(stream, handler);
  }

  /** Reads a part at once. */
  async read(name: string, handler: XmlHandler): Promise<void> {
    for await (const _ of this.pieces(name, handler));
  }

  /** The parts that a part names, by their id, with the last word of their kind: `worksheet`. */
  async related(
    name: string,
  ): Promise<ReadonlyMap<string, { readonly kind: string; readonly part: string }>> {
    const cut = name.lastIndexOf('/') + 1;
    const found = new Map<string, { kind: string; part: string }>();
    await this.read(`${name.slice(0, cut)}_rels/${name.slice(cut)}.rels`, {
      open: (element, { Id: id, Type: type, Target: target, TargetMode: mode }) => {
        if (element !== 'Relationship' || !id || !type || !target || mode === 'External') return;
        found.set(id, {
          kind: type.slice(type.lastIndexOf('/') + 1),
          part: resolved(name.slice(0, cut), target),
        });
      },
    });
    return found;
  }
}

export function noWorkbook(name: string, reason: string): DataError {
  return new DataError(`${name} can't be read as an Excel workbook: ${reason}.`, { code: 'bad-data-file' });
}

/** `../a.xml` from `xl/`, or `/xl/a.xml` from anywhere, without a slash before it. */
function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
