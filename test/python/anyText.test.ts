import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPython } from '../../src/python/checkPython';
import { openParser } from './openParser';
import { programs } from './programs';

/** Milliseconds of the processor that the check of any text below may take, on a slow machine. */
const longest = 2_000;

async function expectSoundCheck(text: string): Promise<void> {
  const document = (await openParser()).open(text);
  const before = process.cpuUsage().user;
  const { problems, values } = checkPython(document.module);
  expect((process.cpuUsage().user - before) / 1000).toBeLessThan(longest);
  for (const { span } of [...problems, ...values]) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeLessThanOrEqual(text.length);
    expect(span.start).toBeLessThanOrEqual(span.end);
  }
  document.dispose();
}

describe('any text is checked without an exception, in bounded time', () => {
  it('random characters', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ maxLength: 400, unit: 'grapheme' }), expectSoundCheck), {
      numRuns: 60,
    });
  });

  it('programs with a stretch cut out, doubled or replaced', async () => {
    const changed = fc
      .tuple(
        fc.constantFrom(...programs),
        fc.nat(),
        fc.nat(80),
        fc.constantFrom('', '(', ')', '\n', '    ', '"', ':', 'lambda', '[', '@', '0'),
      )
      .map(([text, at, length, put]) => {
        const start = at % text.length;
        return text.slice(0, start) + put + text.slice(start + length);
      });
    await fc.assert(fc.asyncProperty(changed, expectSoundCheck), { numRuns: 150 });
  });

  it('lines of several programs mixed', async () => {
    const lines = programs.flatMap(text => text.split('\n'));
    const mixed = fc
      .array(fc.constantFrom(...lines), { maxLength: 60 })
      .map(chosen => `import numpy as np\n${chosen.join('\n')}`);
    await fc.assert(fc.asyncProperty(mixed, expectSoundCheck), { numRuns: 80 });
  });

  it.each([
    ['brackets within brackets', `x = ${'['.repeat(3000)}${']'.repeat(3000)}`],
    ['a long sum', `x = ${'1 + '.repeat(5000)}1`],
    ['a long chain', `x = a${'.b()'.repeat(3000)}`],
    ['blocks within blocks', Array.from({ length: 150 }, (_, i) => `${' '.repeat(i)}if x:`).join('\n')],
    ['recursion', 'def f(n):\n    return f(n - 1) + f(n - 2)\nx = f(10)'],
    [
      'functions that call each other twice',
      Array.from({ length: 40 }, (_, i) => `def f${i}(x):\n    return f${i + 1}(x) + f${i + 1}(x)`).join(
        '\n',
      ),
    ],
    [
      'loops within loops',
      `${Array.from({ length: 12 }, (_, i) => `${' '.repeat(i)}for i${i} in range(60):`).join('\n')}\n${' '.repeat(12)}x = i0`,
    ],
    [
      'loops that end when they like',
      `${Array.from({ length: 12 }, (_, i) => `${' '.repeat(i)}while y:`).join('\n')}\n${' '.repeat(12)}y = f(y)`,
    ],
    ['a growing size', 'n = len(x)\nfor i in range(60):\n    n = n * n + n'],
    ['a doubled list', 'x = [1]\nwhile True:\n    x = x + x'],
    [
      'a list in itself',
      'x = []\nx.append(x)\nd = {}\nd["d"] = d\ny = x + x\nif a:\n    x = d\nfor i in b:\n    x.append(x)\n    d = {"d": d}',
    ],
    ['a class of itself', 'class A(A):\n    def f(self):\n        return self.f()\nA().f()'],
    ['much to unpack', `a, ${'*b, '.repeat(50)}c = range(10 ** 9)`],
    [
      'a huge reshape',
      'import numpy as np\nx = np.zeros((10 ** 30, 2 ** 70)).reshape(-1, 7)[::0, -5:10 ** 40]',
    ],
  ])('%s', async (_, text) => expectSoundCheck(text));
});

it('a text under change gives what it gives when new', async () => {
  const parser = await openParser();
  const edits = fc.array(
    fc.tuple(fc.nat(), fc.nat(30), fc.constantFrom('', 'x', '\n', '(', ')', 'é', '😀', 'np.zeros((2, 3))')),
    { maxLength: 5 },
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...programs), edits, async (program, changes) => {
      const document = parser.open(program);
      let text = program;
      for (const [at, length, put] of changes) {
        const start = at % (text.length + 1);
        text = text.slice(0, start) + put + text.slice(start + length);
        document.update(text);
      }
      const fresh = parser.open(text);
      expect(document.module.body).toEqual(fresh.module.body);
      expect(document.module.comments).toEqual(fresh.module.comments);
      document.dispose();
      fresh.dispose();
    }),
    { numRuns: 100 },
  );
});
