import { describe, expect, it } from 'vitest';
import { checkPython } from '../../src/python/checkPython';
import type { FileFacts } from '../../src/python/files/dataFiles';
import { hintsIn } from '../../src/python/marks/hints';
import { hoverAt } from '../../src/python/marks/hover';
import { openParser } from './openParser';

const library = `import numpy as np
np.random.seed(1)
`;

async function checked(text: string, files: Readonly<Record<string, FileFacts>> = {}) {
  const { module } = (await openParser()).open(text);
  return { module, report: checkPython(module, { files: { describe: path => files[path] } }) };
}

/** The hover where `‸` stands. */
async function hover(marked: string, files?: Readonly<Record<string, FileFacts>>) {
  const offset = library.length + marked.indexOf('‸');
  const text = library + marked.replace('‸', '');
  const { module, report } = await checked(text, files);
  const found = hoverAt(module, report, offset);
  return (
    found && [
      found.line,
      ...found.reasons.map(({ line, span, words }) =>
        [line, words, span && text.slice(span.start, span.end)].filter(Boolean).join(' | '),
      ),
    ]
  );
}

/** The text with its hints in it, in brackets. */
async function hinted(text: string, all = false) {
  const whole = library + text;
  const { module, report } = await checked(whole);
  const hints = hintsIn(module, report, { start: 0, end: whole.length }, all);
  return hints
    .toReversed()
    .reduce((shown, { offset, text }) => `${shown.slice(0, offset)}⟨${text}⟩${shown.slice(offset)}`, whole)
    .slice(library.length);
}

describe('a hover', () => {
  it('says the shape of a name, its type, and where it was set', async () => {
    expect(await hover('W = np.zeros((4, 2))\nprint(W‸)')).toEqual(['W: (4, 2) float64', 'W | W']);
  });

  it('says nothing of where a name is set on the name that is set', async () => {
    expect(await hover('W‸ = np.zeros((4, 2))')).toEqual(['W: (4, 2) float64']);
  });

  it('says of a product what it is made of', async () => {
    expect(await hover('W = np.zeros((4, 2))\nX = np.zeros((2, 400))\nZ = np.dot‸(W, X)')).toEqual([
      'np.dot(W, X): (4, 400) float64',
      'W: (4, 2) float64 | W',
      'X: (2, 400) float64 | X',
    ]);
  });

  it('says whose word it is: a docstring’s, a data file’s', async () => {
    const [line, reason] = (await hover(`def f(X):
    """
    X -- data of size (n_x, m)
    """
    return X‸ * 2`))!;
    expect(line).toBe('X: (n_x, m)');
    expect(reason).toContain('as its docstring says');
    const files = { 'x.npy': { kind: 'arrays', arrays: [{ shape: [3, 5], dtype: 'float32' }] } } as const;
    expect((await hover('X = np.load("x.npy")\nprint(X‸)', files))!.join()).toContain('as x.npy says');
  });

  it('tells of a parameter what it is in the function', async () => {
    expect(await hover('def f(W‸, b):\n    return W + b\nf(np.zeros((4, 2)), 1)')).toEqual([
      'W: (4, 2) float64',
    ]);
    expect(await hover('def f(W‸):\n    W = 3\n    return W\nf(np.zeros((4, 2)))')).toBeUndefined();
  });

  it('is silent where nothing is known, and of a number that says itself', async () => {
    expect(await hover('x = unknown‸()')).toBeUndefined();
    expect(await hover('n = 3\nnp.zeros((4, 5‸))')).toEqual(['np.zeros((4, 5)): (4, 5) float64']);
  });
});

describe('hints', () => {
  it('stand behind what is assigned to', async () => {
    expect(await hinted('W = np.zeros((4, 2))\nn = 3\nname = "W"\na, b = np.ones(2), np.ones((3, 1))')).toBe(
      'W⟨: (4, 2)⟩ = np.zeros((4, 2))\nn = 3\nname = "W"\na⟨: (2,)⟩, b⟨: (3, 1)⟩ = np.ones(2), np.ones((3, 1))',
    );
  });

  it('stand behind entries of dicts and attributes, not behind parts of arrays', async () => {
    expect(
      await hinted('P = {}\nP["W" + str(1)] = np.zeros((4, 2))\nA = np.zeros((3, 2))\nA[0] = np.ones(2)'),
    ).toBe(
      'P = {}\nP["W" + str(1)]⟨: (4, 2)⟩ = np.zeros((4, 2))\nA⟨: (3, 2)⟩ = np.zeros((3, 2))\nA[0] = np.ones(2)',
    );
    expect(
      await hinted('class A:\n    def __init__(self):\n        self.W = np.zeros((4, 2))\nA()'),
    ).toContain('self.W⟨: (4, 2)⟩ =');
  });

  it('say a size that is taken from a shape, unless its name says it', async () => {
    expect(await hinted('X = np.ones((2, 9))\nn, m = X.shape\nk = X.shape[1] // 3\nl = 4')).toBe(
      'X⟨: (2, 9)⟩ = np.ones((2, 9))\nn⟨: 2⟩, m⟨: 9⟩ = X.shape\nk⟨: 3⟩ = X.shape[1] // 3\nl = 4',
    );
    const text = 'def f(X):\n    m = X.shape[1]\n    return m';
    expect(await hinted(text)).toBe(text);
  });

  it('are left out of numbers', async () => {
    const text = 's = np.sum(np.ones((2, 9)))';
    expect(await hinted(text)).toBe(text);
  });

  it('are not repeated beside an annotation, nor put into what changes a value', async () => {
    const text = 'W: object = np.zeros((4, 2))\nW -= 1';
    expect(await hinted(text)).toBe(text);
  });

  it('stand at parameters, loops, products, calls and parts too, where all are wanted', async () => {
    expect(
      await hinted('def f(X):\n    return X.T @ X\nfor r in np.zeros((4, 2)):\n    f(np.ones((2, 3)))', true),
    ).toBe(
      'def f(X⟨: (2, 3)⟩):\n    return X.T⟨: (3, 2)⟩ @ X⟨: (3, 3)⟩\n' +
        'for r⟨: (2,)⟩ in np.zeros((4, 2))⟨: (4, 2)⟩:\n    f(np.ones((2, 3))⟨: (2, 3)⟩)⟨: (3, 3)⟩',
    );
  });

  it('are those of the part of the text that is asked for', async () => {
    const text = `${library}a = np.ones(1)\nb = np.ones(2)\nc = np.ones(3)\n`;
    const { module, report } = await checked(text);
    const start = text.indexOf('b');
    const hints = hintsIn(module, report, { start, end: start + 5 }, false);
    expect(hints.map(({ text }) => text)).toEqual([': (2,)']);
  });

  it('of layers say output and parameters, at the end of a line of their own', async () => {
    const text = 'model = [\n  Dense(4),\n  Flatten()]\n';
    const { module, report } = await checked(text);
    const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
    const layers = [
      { span: at('Dense(4)'), output: '(m, 4)', parameters: 1234 },
      { span: at('Flatten()'), output: '(m, 4)', parameters: 0 },
    ];
    const hints = hintsIn(module, { ...report, layers }, { start: 0, end: text.length }, false);
    expect(hints).toEqual([
      { offset: text.indexOf(',') + 1, kind: 'layer', text: 'gives (m, 4), 1,234 parameters' },
      { offset: text.indexOf(']') + 1, kind: 'layer', text: 'gives (m, 4)' },
    ]);
    expect(hoverAt(module, { ...report, layers }, text.indexOf('(4)'))?.line).toBe(
      'Dense(4): gives (m, 4), 1,234 parameters',
    );
  });
});
