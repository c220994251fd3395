import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSafetensors, SafetensorsFault, writeSafetensors } from '../../src/formats/safetensors';

const float64 = fc.double({ noDefaultInfinity: false });
const tensor = fc
  .record({
    shape: fc.array(fc.nat(4), { maxLength: 3 }),
    wide: fc.boolean(),
    values: fc.infiniteStream(float64),
  })
  .map(({ shape, wide, values }) => {
    const count = shape.reduce((product, size) => product * size, 1);
    const data = wide ? new Float64Array(count) : new Float32Array(count);
    for (let i = 0; i < count; i++) data[i] = values.next().value as number;
    return { shape, data };
  });
const file = fc.record({
  tensors: fc
    .uniqueArray(
      fc.tuple(
        fc.string().filter(name => name !== '__metadata__'),
        tensor,
      ),
      { selector: ([name]) => name, maxLength: 4 },
    )
    .map(named => named.map(([name, rest]) => ({ name, ...rest }))),
  metadata: fc.dictionary(
    // a text of that name, which nobody asks for, is left out
    fc.string().filter(key => key !== '__proto__'),
    fc.string(),
    { maxKeys: 3, noNullPrototype: true },
  ),
});

/** A file with this header and so many bytes of values. */
function withHeader(header: unknown, bytes = 16): Uint8Array {
  const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const out = new Uint8Array(8 + text.length + bytes);
  new DataView(out.buffer).setBigUint64(0, BigInt(text.length), true);
  out.set(text, 8);
  return out;
}

/** A file whose length of the header says something else. */
function withLength(header: object, change: (length: number) => number): Uint8Array {
  const bytes = withHeader(header);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(Math.floor(change(Number(view.getBigUint64(0, true))))), true);
  return bytes;
}

const entry = (more: object) => ({ W1: { dtype: 'F64', shape: [1, 2], data_offsets: [0, 16], ...more } });

test('reading gives what was written, bit for bit', () => {
  fc.assert(
    fc.property(file, written => {
      const read = readSafetensors(writeSafetensors(written));
      // names that are whole numbers move to the front in JSON; the order carries no meaning
      const byName = <T extends { name: string }>(tensors: readonly T[]) =>
        tensors.toSorted((a, b) => (a.name < b.name ? -1 : 1));
      expect(byName(read.tensors)).toEqual(byName(written.tensors));
      expect(read.metadata).toEqual(written.metadata);
    }),
  );
});

test('reads what lies in the middle of a larger buffer', () => {
  const bytes = writeSafetensors({
    tensors: [{ name: 'b', shape: [2], data: Float64Array.of(1, 2) }],
    metadata: {},
  });
  const larger = new Uint8Array(bytes.length + 7);
  larger.set(bytes, 3);
  expect(readSafetensors(larger.subarray(3, 3 + bytes.length)).tensors[0]!.data).toEqual(
    Float64Array.of(1, 2),
  );
});

test('tensors may stand in any order, empty ones among them', () => {
  const bytes = withHeader(
    {
      b: { dtype: 'F64', shape: [1], data_offsets: [8, 16] },
      none: { dtype: 'F32', shape: [0, 3], data_offsets: [8, 8] },
      a: { dtype: 'F32', shape: [2], data_offsets: [0, 8] },
    },
    16,
  );
  expect(readSafetensors(bytes).tensors.map(({ name, data }) => [name, data.length])).toEqual([
    ['b', 1],
    ['none', 0],
    ['a', 2],
  ]);
});

test('the layout is the one of the safetensors library', () => {
  // safetensors.numpy.save({'a': np.array([1.0, 2.0], np.float32)}), with its header padded to 8 bytes
  const header = '{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}';
  const bytes = writeSafetensors({
    tensors: [{ name: 'a', shape: [2], data: Float32Array.of(1, 2) }],
    metadata: {},
  });
  expect(bytes[0]).toBe(56);
  expect(new TextDecoder().decode(bytes.subarray(8, 64))).toBe(header.padEnd(56));
  expect([...bytes.subarray(64)]).toEqual([0, 0, 0x80, 0x3f, 0, 0, 0, 0x40]);
});

describe('damaged files', () => {
  test.each([
    ['an empty file', new Uint8Array(), 'fewer than 8 bytes'],
    [
      'a header longer than the file',
      Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 127, 0x7b),
      'header claims',
    ],
    ['no JSON', withHeader('{"W1":'), 'JSON'],
    ['a list', withHeader([]), 'This isn’t a weights file (.safetensors).'],
    [
      'a table of numbers',
      new TextEncoder().encode('sepal length,sepal width\n5.1,3.5\n'),
      'This isn’t a weights file (.safetensors).',
    ],
    ['an entry without a shape', withHeader(entry({ shape: undefined })), 'W1'],
    ['half a value', withHeader(entry({ shape: [1.5] })), 'W1'],
    ['a type there is no array for', withHeader(entry({ dtype: 'BF16' })), 'BF16'],
    ['values cut short', withHeader(entry({}), 15), 'cut short'],
    ['offsets the wrong way round', withHeader(entry({ data_offsets: [16, 0] })), 'outside'],
    ['a shape that claims more than there is', withHeader(entry({ shape: [300e6, 300e6, 300e6] })), 'needs'],
    ['sizes that overflow', withHeader(entry({ shape: Array(40).fill(2 ** 52) })), 'needs'],
    [
      'tensors over each other',
      withHeader({ ...entry({}), b1: { dtype: 'F64', shape: [1], data_offsets: [8, 16] } }),
      'overlap',
    ],
    [
      'a gap before a tensor',
      withHeader(entry({ data_offsets: [8, 24] }), 24),
      '8 bytes before W1 belong to no',
    ],
    [
      'a gap between tensors',
      withHeader({ ...entry({}), b1: { dtype: 'F64', shape: [1], data_offsets: [24, 32] } }, 32),
      '8 bytes before b1 belong to no',
    ],
    ['bytes at its end', withHeader(entry({}), 17), '1 bytes at its end belong to no'],
    [
      'a tensor twice',
      withHeader(`{"W1":${JSON.stringify(entry({}).W1)},"W\\u0031" :${JSON.stringify(entry({}).W1)}}`),
      "names 'W1' twice",
    ],
    [
      'a shape twice',
      withHeader('{"W1":{"dtype":"F64","shape":[2],"shape":[1,2],"data_offsets":[0,16]}}'),
      "names 'shape' twice",
    ],
    ['a length of half its header', withLength(entry({}), length => length / 2), 'JSON'],
    ['metadata that are no texts', withHeader({ __metadata__: { iteration: 3 } }), 'metadata'],
  ])('%s', (_, bytes, words) => {
    expect(() => readSafetensors(bytes)).toThrow(SafetensorsFault);
    expect(() => readSafetensors(bytes)).toThrow(words);
  });

  /** Reads; only the expected fault may come out. */
  const readOrFault = (bytes: Uint8Array) => {
    try {
      return readSafetensors(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(SafetensorsFault);
      expect((error as Error).message).toMatch(/^[^\n]+\.$/);
      return undefined;
    }
  };

  test('cut anywhere: a fault, unless only padding or nothing was lost', () => {
    fc.assert(
      fc.property(file, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (written, share) => {
        const bytes = writeSafetensors(written);
        const cut = readOrFault(bytes.subarray(0, Math.floor(share * bytes.length)));
        if (cut) expect(cut.tensors.length).toBe(written.tensors.length);
      }),
    );
  });

  test('with bytes changed: a fault or a file, never anything else', () => {
    fc.assert(
      fc.property(
        file,
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (written, changes) => {
          const bytes = writeSafetensors(written);
          for (const [place, value] of changes) bytes[place % bytes.length] = value;
          readOrFault(bytes);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => void readOrFault(bytes)),
      { numRuns: 300 },
    );
  });
});
