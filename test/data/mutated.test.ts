import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { encode as encodePng } from 'fast-png';
import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { DataError, describeData, loadData, loadInputs } from '../../src/data/data';
import { readImage } from '../../src/data/images/readImage';
import { findArray, readArray } from '../../src/data/sources/arrayAddress';
import { goldenFile } from './images/goldenPictures';
import { memoryFiles } from './memoryFiles';
import { settings } from './settings';

/** Changes to bytes: some overwritten, a piece cut out or doubled, the end cut off. */
const changes = fc.record({
  overwritten: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
  // the beginning is where the headers are
  early: fc.array(fc.tuple(fc.nat(150), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
  cut: fc.option(fc.tuple(fc.nat(), fc.nat(40)), { nil: undefined }),
  doubled: fc.option(fc.tuple(fc.nat(), fc.nat(40)), { nil: undefined }),
  end: fc.option(fc.nat(), { nil: undefined }),
});
type Changes = typeof changes extends fc.Arbitrary<infer T> ? T : never;

function change(bytes: Uint8Array, { overwritten, early, cut, doubled, end }: Changes): Uint8Array {
  let result = Array.from(bytes);
  for (const [at, value] of overwritten) result[at % result.length] = value;
  for (const [at, value] of early) if (at < result.length) result[at] = value;
  if (cut) result.splice(cut[0] % result.length, cut[1]);
  if (doubled && result.length > 0) {
    const at = doubled[0] % result.length;
    result.splice(at, 0, ...result.slice(at, at + doubled[1]));
  }
  if (end !== undefined) result = result.slice(0, end % (bytes.length + 1));
  return Uint8Array.from(result);
}

/** Only a fault may be thrown: one sentence that names the file. */
async function expectFaultOnly(name: string, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    expect(error.message).toContain(name);
    expect(error.message).not.toContain('\n');
    expect(error.message.length).toBeLessThan(600);
  }
}

const folder = 'test/fixtures/data/numpy';
const arrayFiles = readdirSync(folder).filter(name => /\.(npy|npz|idx3?|gz)$/.test(name));

describe('changed bytes give a fault or numbers, never another exception', () => {
  test.each([
    'f4-big.npy',
    'bool.npy',
    'fortran.npy',
    'version3.npy',
    'object.npy',
    'stored.npz',
    'packed.npz',
    'pictures.idx3',
    'pictures.idx3.gz',
  ])('%s', async name => {
    const bytes = new Uint8Array(readFileSync(`${folder}/${name}`));
    await fc.assert(
      fc.asyncProperty(changes, async changed => {
        const files = memoryFiles({ [name]: change(bytes, changed) });
        const address = name.endsWith('.npz') ? `${name}#x` : name;
        await expectFaultOnly(name, () => findArray(files, address));
        await expectFaultOnly(name, async () => {
          const { shape, data } = await readArray(files, address);
          expect(data.length).toBe(shape.reduce((product, size) => product * size, 1));
        });
      }),
      { numRuns: 250 },
    );
  });

  test('any bytes under any name', async () => {
    const names = fc.constantFrom(
      'a.csv',
      'a.json',
      'a.jsonl',
      'a.npy',
      'a.npz',
      'a.h5',
      'a.idx',
      'a.csv.gz',
    );
    await fc.assert(
      fc.asyncProperty(
        names,
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(...arrayFiles),
        async (name, random, start) => {
          const head = readFileSync(`${folder}/${start}`).subarray(0, 12);
          for (const bytes of [random, Uint8Array.from([...head, ...random]), gzipSync(random)]) {
            await expectFaultOnly(name, () => readArray(memoryFiles({ [name]: bytes }), name));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('PNG, JPEG, WebP and GIF', async () => {
    const pixels = Uint8Array.from({ length: 300 }, (_, i) => (i * 7) % 256);
    const png = encodePng({ width: 10, height: 10, channels: 3, depth: 8, data: pixels });
    const golden = [
      '75 4:2:0 24x20.jpg',
      '30 4:4:4 progressive 8x8.jpg',
      'lossy.webp',
      'lossless.webp',
      'colours.gif',
    ];
    for (const bytes of [png, ...golden.map(goldenFile)]) {
      await fc.assert(
        fc.asyncProperty(changes, async changed => {
          await expectFaultOnly('a picture', async () => {
            const picture = await readImage(change(bytes, changed), 'a picture');
            expect(picture.pixels).toHaveLength(picture.width * picture.height * picture.channels);
          });
        }),
        { numRuns: 300 },
      );
    }
  });
});

describe('changed tables give a fault or examples, never another exception', () => {
  const tables = {
    'a.csv':
      'id,name,age,sex,y\n1,"Braund, Mr. ""Owen""",22,male,0\n2,Anna,,female,1\n3,"Bo\nb",31.5,male,0\n4,Di,4,,1\n',
    'a.tsv': 'a\tb\ty\n1\tx\t0\n2\tz\t1\n3\tx\t1\n',
    'a.json': '[{"a": 1, "b": "x", "y": 0}, {"a": null, "b": "z", "y": 1}, {"a": 3.5, "y": 1}]',
    'a.jsonl': '{"a": 1, "b": "x", "y": 0}\n{"a": null, "b": "z", "y": 1}\n{"a": 3.5, "y": 1}\n',
  };
  test.each(Object.entries(tables))('%s', async (name, content) => {
    const bytes = new TextEncoder().encode(content);
    const { preprocessing } = await loadData(
      settings({ file: name, target: 'y' }),
      memoryFiles({ [name]: content }),
    );
    await fc.assert(
      fc.asyncProperty(changes, async changed => {
        const files = memoryFiles({ [name]: change(bytes, changed) });
        const data = settings({ file: name, target: 'y', standardise: true });
        const report = await describeData(data, files);
        expect(report.facts === undefined).toBe(report.faults.some(({ severity }) => severity === 'error'));
        await expectFaultOnly('', async () => {
          const { train, test: testSet } = await loadData(data, files);
          expect(report.facts?.examples).toEqual({ train: train.m, test: testSet?.m ?? 0 });
          expect(report.facts?.inputShape).toEqual(train.inputShape);
          const X = new Float64Array(train.m * train.inputShape[0]!);
          train.gatherInputs(
            Uint32Array.from({ length: train.m }, (_, i) => i),
            0,
            train.m,
            X,
          );
          expect(X.every(Number.isFinite)).toBe(true);
        });
        await expectFaultOnly(name, () => loadInputs({ file: name }, preprocessing, files));
      }),
      { numRuns: 250 },
    );
  });
});
