import { describe, expect, it } from 'vitest';
import { applyTextEdits } from '../../src/core/network/edit';
import { checkPython } from '../../src/python/checkPython';
import { ignoreLine } from '../../src/python/ignoreLine';
import { openParser } from './openParser';

const wrong = (product: string) =>
  `import numpy as np\na = np.zeros((2, 3))\nb = np.zeros((4, 5))\n${product}\nprint("after")`;

async function problemsOf(text: string) {
  return checkPython((await openParser()).open(text).module).problems;
}

describe('ignoring a problem on its line', () => {
  it.each([
    ['at the end of the line', 'c = a @ b', 'c = a @ b  # layerwise: ignore[shape-mismatch]'],
    ['behind a comment', 'c = a @ b # why', 'c = a @ b # why  # layerwise: ignore[shape-mismatch]'],
    [
      'in the brackets that are there',
      'c = a @ b  # layerwise: ignore[rank-1-array]',
      'c = a @ b  # layerwise: ignore[rank-1-array, shape-mismatch]',
    ],
    [
      'on the last line where the first goes on',
      'c = np.dot(a, \\\n  b)',
      'c = np.dot(a, \\\n  b)  # layerwise: ignore[shape-mismatch]',
    ],
    [
      'on the last line where a text begins on the first',
      'c = np.dot(a, b + len("""\nx"""))',
      'c = np.dot(a, b + len("""\nx"""))  # layerwise: ignore[shape-mismatch]',
    ],
    ['before a carriage return', 'c = a @ b\r', 'c = a @ b  # layerwise: ignore[shape-mismatch]\r'],
  ])('writes the comment %s', async (_, line, mended) => {
    const text = wrong(line);
    const [problem] = await problemsOf(text);
    expect(problem?.code).toBe('shape-mismatch');
    const after = applyTextEdits(text, [ignoreLine(text, problem!)!]);
    expect(after).toBe(wrong(mended));
    expect(await problemsOf(after)).toEqual([]);
  });
});
