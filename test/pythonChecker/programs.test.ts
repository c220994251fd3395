import { describe, expect, it } from 'vitest';
import type { FromPythonChecker } from '../../src/protocol/pythonChecker';
import * as python from '../../src/python/python';
import { Programs } from '../../src/pythonChecker/programs';
import { openParser } from '../python/openParser';

const text = 'import numpy as np\nX = np.load("x.npy")\nZ = X @ X\n';

async function opened() {
  const programs = new Programs(python, await openParser());
  let id = 0;
  return {
    check: (text: string, files = new Map()) =>
      programs.answer({ type: 'check', id: ++id, program: 'a.py', text, files }) as Extract<
        FromPythonChecker,
        { type: 'checked' }
      >,
    hover: (check: number, offset: number) =>
      programs.answer({ type: 'hover', id: ++id, program: 'a.py', check, offset }),
    hints: (check: number) =>
      programs.answer({ type: 'hints', id: ++id, program: 'a.py', check, start: 0, end: 1000, all: false }),
    close: () => programs.answer({ type: 'close', program: 'a.py' }),
  };
}

const files = new Map([['x.npy', { kind: 'arrays', arrays: [{ shape: [3, 5] }] } as const]]);

describe('the process that checks Python', () => {
  it('names the data files that a program asks for, and checks against what it is told of them', async () => {
    const { check } = await opened();
    expect(check(text).checked).toEqual({ problems: [], models: [], files: ['x.npy'] });
    expect(check(text, files).checked.problems).toMatchObject([{ code: 'shape-mismatch' }]);
  });

  it('answers questions about the last check only', async () => {
    const { check, hover, hints, close } = await opened();
    const first = check(text, files).id;
    expect(hints(first)).toMatchObject({ hints: [{ text: ': (3, 5)' }] });
    const second = check(`${text}# more\n`, files).id;
    expect(hints(first)).toMatchObject({ hints: undefined });
    expect(hover(second, text.indexOf('X @'))).toMatchObject({ hover: { line: 'X: (3, 5)' } });
    close();
    expect(hover(second, text.indexOf('X @'))).toMatchObject({ hover: undefined });
  });

  it('sends only what can be sent to another process', async () => {
    const { check } = await opened();
    const checked = check(text, files);
    expect(structuredClone(checked)).toEqual(checked);
  });
});
