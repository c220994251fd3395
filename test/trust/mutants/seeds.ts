import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode as encodePng } from 'fast-png';
import { gzipSync, zipSync } from 'fflate';
import { File, ready } from 'h5wasm';
import { encodeCheckpoint } from '../../../src/formats/checkpointFile';
import { writeSafetensors } from '../../../src/formats/safetensors';
import { goldenFile } from '../../data/images/goldenPictures';
import { npyBytes, npyOf, npyOfWhole } from '../../data/npyBytes';

/** Whole files of one format, by the addresses under which their arrays, or they, are read. */
export type Seeds = Readonly<Record<string, Uint8Array>>;

const text = (content: string) => new TextEncoder().encode(content);
const values = Array.from({ length: 48 }, (_, i) => i / 7);
const table =
  'id,name,age,sex,y\n1,"Braund, Mr. ""Owen""",22,male,0\n2,Anna,,female,1\n3,"Bo\nb",31.5,male,0\n4,Di,4,,1\n';
const rows = [
  { a: 1, b: 'x', y: 0 },
  { a: null, b: 'z', y: 1 },
  { a: 3.5, y: 1 },
];
const lines = rows.map(row => `${JSON.stringify(row)}\n`).join('');

export const csv: Seeds = {
  'a.csv': text(table),
  'a.tsv': text('a\tb\ty\n1\tx\t0\n2\tz\t1\n3\tx\t1\n'),
  'b.csv': text('größe;y\n1,5;a\n2,5;b\n3,5;a\n'),
  'c.csv': Uint8Array.from([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from([...'x,y\n1,a\n2,b\n'], letter => letter.charCodeAt(0)).buffer),
  ]),
  'a.csv.gz': gzipSync(text(table), { mtime: 0 }),
};
export const json: Seeds = {
  'a.json': text(JSON.stringify(rows)),
  'b.json': text('[{"größe": 1.5, "y": "ja"}, {"größe": -2e1, "y": "nein"}, {"größe": 3, "y": "ja"}]'),
};
export const jsonLines: Seeds = { 'a.jsonl': text(lines), 'a.jsonl.gz': gzipSync(text(lines), { mtime: 0 }) };

const fortran = npyBytes('>i2', [4, 3, 2], new Uint8Array(48), true);
export const npy: Seeds = {
  'f8.npy': npyOf([8, 6], values),
  'fortran.npy': fortran,
  'f2.npy': npyBytes('<f2', [6, 4], new Uint8Array(48).fill(60)),
  'bool.npy': npyBytes('|b1', [48], new Uint8Array(48).fill(1)),
  'f8.npy.gz': gzipSync(npyOf([8, 6], values), { mtime: 0 }),
};
const arffHead =
  '% c\n@relation r\n@attribute x real\n@attribute k {a,"b c"}\n@attribute s string\n@attribute y {p,q}\n@data\n';
const arffRows = Array.from({ length: 12 }, (_, i) =>
  i % 3 ? `${i / 4},'b c',"t ${i}",${'pq'[i % 2]}` : `{0 ${i}, 3 ${'pq'[i % 2]}}`,
);
export const arff: Seeds = { 'a.arff': text(`${arffHead}${arffRows.join('\n')}\n`) };

const fixture = (name: string) => new Uint8Array(readFileSync(`test/fixtures/data/tables/${name}`));
export const parquet: Seeds = {
  'gzip.parquet': fixture('learn.gzip.parquet'),
  'zstd.parquet': fixture('learn.zstd.parquet'),
  'snappy.parquet': fixture('pandas.parquet'),
};

const cellsOf = (i: number) =>
  `<c r="A${i}"><v>${i / 4}</v></c><c s="1"><v>${45_000 + i}</v></c><c t="s"><v>${i % 3}</v></c><c t="str"><f>A1</f><v>${'pq'[i % 2]}</v></c>`;
const named = ['x', 'd', 's', 'y'].map(name => `<c t="inlineStr"><is><t>${name}</t></is></c>`).join('');
const sheetRows = Array.from({ length: 12 }, (_, i) => `<row r="${i + 2}">${cellsOf(i + 2)}</row>`).join('');
/** The parts of a workbook but its sheet and its texts, in which the mutants are. */
const relations = (parts: Readonly<Record<string, string>>) =>
  text(
    `<Relationships>${Object.entries(parts)
      .map(([kind, part]) => `<Relationship Id="${kind}" Type="a/${kind}" Target="${part}"/>`)
      .join('')}</Relationships>`,
  );
const workbookParts = {
  '[Content_Types].xml': text('<Types/>'),
  '_rels/.rels': relations({ officeDocument: 'xl/workbook.xml' }),
  'xl/workbook.xml': text('<workbook><sheets><sheet name="S" r:id="worksheet"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': relations({ worksheet: 's.xml', sharedStrings: 't.xml', styles: 'f.xml' }),
  'xl/f.xml': text('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
  'xl/t.xml': text(
    '<sst><si><t>u</t></si><si><t>v &amp; w</t></si><si><r><t>x</t></r><r><t>y</t></r></si></sst>',
  ),
  'xl/s.xml': text(`<worksheet><sheetData><row r="1">${named}</row>${sheetRows}</sheetData></worksheet>`),
};
/** Parts of a workbook by their names; `workbookWith` makes a workbook with one of them. */
export const sheets: Seeds = {
  's.xml': workbookParts['xl/s.xml'],
  't.xml': workbookParts['xl/t.xml'],
  'f.xml': workbookParts['xl/f.xml'],
  'workbook.xml': workbookParts['xl/workbook.xml'],
};
export const workbookWith = (part: string, bytes: Uint8Array): Uint8Array =>
  zipSync({ ...workbookParts, [`xl/${part}`]: bytes }, { level: 0, mtime: '2026-01-01' });
export const workbooks: Seeds = { 'a.xlsx': workbookWith('s.xml', workbookParts['xl/s.xml']) };

const arrays = { 'x.npy': npyOf([8, 6], values), 'y.npy': npyOfWhole([8], [0, 1, 1, 0, 1, 0, 0, 1]) };
export const npz: Seeds = {
  'stored.npz#x': zipSync(arrays, { level: 0, mtime: '2026-01-01' }),
  'packed.npz#y': zipSync(arrays, { level: 6, mtime: '2026-01-01' }),
};
const idxFile = Uint8Array.from([
  0,
  0,
  0x08,
  3,
  0,
  0,
  0,
  4,
  0,
  0,
  0,
  3,
  0,
  0,
  0,
  4,
  ...Array.from({ length: 48 }, (_, i) => i),
]);
export const idx: Seeds = { 'a.idx3': idxFile, 'a.idx3.gz': gzipSync(idxFile, { mtime: 0 }) };

/** One made here, and one of h5py with what the library can't write. */
export async function hdf5(): Promise<Seeds> {
  const { FS } = await ready;
  const file = new File('/mutants.h5', 'w');
  file.create_dataset({ name: 'plain', data: Float32Array.from(values), shape: [8, 6] });
  file.create_dataset({
    name: 'packed',
    data: Uint8Array.from(values),
    shape: [8, 6],
    chunks: [3, 4],
    compression: 4,
  });
  file.create_group('inside').create_dataset({ name: 'x', data: Float64Array.from(values), shape: [48] });
  file.create_soft_link('/plain', 'soft');
  file.close();
  const made = FS.readFile('/mutants.h5') as Uint8Array;
  FS.unlink('/mutants.h5');
  const packed = new Uint8Array(readFileSync('test/fixtures/data/arrays/latest.h5'));
  return {
    'a.h5#plain': made,
    'a.h5#packed': made,
    'a.h5#inside/x': made,
    'a.h5#soft': made,
    'b.h5#gzip': packed,
    'b.h5#lzf': packed,
  };
}

const pixels = Uint8Array.from({ length: 300 }, (_, i) => (i * 7) % 256);
export const png: Seeds = {
  'rgb.png': encodePng({ width: 10, height: 10, channels: 3, depth: 8, data: pixels }),
  'palette.png': goldenFile('palette.png'),
  'deep.png': encodePng({
    width: 5,
    height: 6,
    channels: 1,
    depth: 16,
    data: Uint16Array.from({ length: 30 }, (_, i) => i * 2000),
  }),
};
export const jpeg: Seeds = {
  'a.jpg': goldenFile('75 4:2:0 24x20.jpg'),
  'progressive.jpg': goldenFile('30 4:4:4 progressive 8x8.jpg'),
  'turned.jpg': goldenFile('orientation 6.jpg'),
};
export const webp: Seeds = {
  'lossy.webp': goldenFile('lossy.webp'),
  'lossless.webp': goldenFile('lossless.webp'),
};
export const gif: Seeds = {
  'colours.gif': goldenFile('colours.gif'),
  'see-through.gif': goldenFile('see-through.gif'),
};

const parameters = [
  { name: 'hidden.W', shape: [2, 3], data: Float64Array.of(1, -2, 3e-300, 4, -0, 6) },
  { name: 'hidden.b', shape: [2, 1], data: Float64Array.of(0.1, 0.2) },
];
const slots = [{ name: 'v', of: 'hidden.W', shape: [2, 3], data: Float64Array.of(1, 2, 3, 4, 5, 6) }];
/** Of a run of before December 2026, whose names are numbered. */
const numbered = readFileSync(join(import.meta.dirname, '../../fixtures/runs/numbered/last.safetensors'));
export const safetensors: Seeds = {
  'weights.safetensors': writeSafetensors({
    tensors: [{ name: 'a', shape: [2, 2], data: new Float32Array(4) }],
    metadata: { note: 'n' },
  }),
  'checkpoint.safetensors': encodeCheckpoint({ iteration: 7, parameters, slots }, {}),
  'numbered.safetensors': new Uint8Array(numbered),
};
