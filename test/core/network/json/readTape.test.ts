import fc from 'fast-check';
import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { readBrokenTape } from '../../../../src/core/network/json/brokenTape';
import { JsonNode } from '../../../../src/core/network/json/jsonNode';
import { readTape } from '../../../../src/core/network/json/readTape';

const deepest = 100;

/** What readers see of a tree. */
interface Seen {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly value?: unknown;
  readonly children?: readonly Seen[];
}

function seen({ type, offset, length, value, children }: Node | JsonNode): Seen {
  return children
    ? { type, offset, length, children: children.map(child => seen(child)) }
    : { type, offset, length, value };
}

/** An object with its fields in their order, doubles too. */
class Fields {
  constructor(readonly list: readonly (readonly [string, unknown])[]) {}
}

/** Values as JSON has them, with a name that JavaScript takes for something else, and doubles when they are written. */
const value = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.integer(),
    fc.constantFrom(true, false, null, Number.POSITIVE_INFINITY, -0),
    fc.array(tie('value'), { maxLength: 5 }),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', '__proto__', '', 'ü', 'a"b', '\u2028'), tie('value')), {
        maxLength: 5,
      })
      .map(list => new Fields(list)),
  ),
})).value;

const blank = fc.constantFrom(
  '',
  '',
  '',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '// one [\n',
  '/* two " */',
  '/**/',
  '//\r',
  '/*/ */',
);

/** Texts of a value, written in many ways. */
const written: fc.Arbitrary<string> = fc
  .tuple(value, fc.infiniteStream(blank), fc.infiniteStream(fc.nat(9)))
  .map(([root, blanks, dice]) => {
    const gap = () => blanks.next().value as string;
    const roll = () => dice.next().value as number;
    const text = (string: string) => {
      const plain = JSON.stringify(string);
      return roll() < 8
        ? plain
        : `"${[...string].map(c => (c.length > 1 ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)).join('')}"`;
    };
    const number = (n: number) => {
      if (n === Number.POSITIVE_INFINITY) return '1e400';
      if (Object.is(n, -0)) return '-0';
      return Number.isFinite(n) ? (roll() < 7 ? String(n) : n.toExponential().replace('e', 'E')) : '0.0';
    };
    const items = (list: readonly string[]) =>
      `${gap()}${list.map(item => `${item}${gap()}`).join(`,${gap()}`)}${list.length > 0 && roll() === 0 ? `,${gap()}` : ''}`;
    const write = (one: unknown): string => {
      if (typeof one === 'string') return text(one);
      if (typeof one === 'number') return number(one);
      if (Array.isArray(one)) return `[${items(one.map(write))}]`;
      if (one instanceof Fields)
        return `{${items(one.list.map(([name, field]) => `${text(name)}${gap()}:${gap()}${write(field)}`))}}`;
      return String(one);
    };
    return `${gap()}${write(root)}${gap()}`;
  });

/** A text with a few characters put in, left out or changed. */
const broken: fc.Arbitrary<string> = fc
  .tuple(
    written,
    fc.array(
      fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom(...'{}[]:,"\\/*-+.eE0179tfnu \n\r\t\u0001\ufeffü')),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce((now, [place, left, put]) => {
      const at = place % (now.length + 1);
      return now.slice(0, at) + put + now.slice(at + left);
    }, text),
  );

/** Pieces of JSON in any order. */
const pieces = fc
  .array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '"b\\n"',
      '1',
      '-',
      '-0.5e+3',
      '01',
      '1.',
      '2e',
      'true',
      'nul',
      'null',
      ' ',
      '\n',
      '//',
      '/*',
      '*/',
      '/',
      '"',
      '\\',
      '\\u00',
      "'",
      'ﬀ',
    ),
    { maxLength: 14 },
  )
  .map(list => list.join(''));

const runs = 4_000;

function compare(text: string): 'sound' | 'broken' {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const tape = readTape(text, deepest);
  expect(tape !== undefined).toBe(errors.length === 0);
  if (tape) expect(seen(new JsonNode(tape))).toEqual(seen(tree!));
  const read = readBrokenTape(text, 1_000);
  expect([...read.errors]).toEqual(errors);
  expect(read.tape && seen(new JsonNode(read.tape))).toEqual(tree && seen(tree));
  return tape ? 'sound' : 'broken';
}

describe('a text as a tape', () => {
  it('is jsonc-parser’s tree of any sound text', () => {
    fc.assert(
      fc.property(written, text => {
        expect(compare(text)).toBe('sound');
      }),
      { numRuns: runs, seed: 7 },
    );
  });

  it('is left to jsonc-parser where it finds a fault, and nowhere else', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(fc.oneof(broken, pieces), text => {
        kinds.add(compare(text));
      }),
      { numRuns: 2 * runs, seed: 8 },
    );
    expect([...kinds].sort()).toEqual(['broken', 'sound']);
  });
});
