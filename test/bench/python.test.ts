import { describe, expect, it } from 'vitest';
import { readExpected } from '../../bench/python/expected';
import { Choice } from '../../bench/python/generate/choice';
import { kerasFamilies } from '../../bench/python/generate/keras/all';
import { numpyFamilies } from '../../bench/python/generate/numpy/all';
import { program } from '../../bench/python/generate/program';
import { torchFamilies } from '../../bench/python/generate/torch/all';
import { type Finding, judge } from '../../bench/python/judge';
import { libraryOf } from '../../bench/python/libraryOf';
import { logicalLines } from '../../bench/python/logicalLines';

const finding = (line: number, severity: Finding['severity'] = 'error'): Finding => ({
  line,
  severity,
  code: 'shape-mismatch',
  message: 'inner sizes differ',
});

const text = [
  'import numpy as np',
  'def f(a):',
  '    return np.dot(',
  '        a,',
  '        a)',
  'f(x)',
  'g(x)',
  '',
].join('\n');
const wrong = {
  file: 'wrong.py',
  text,
  library: 'numpy',
  expected: [{ line: 4, callers: [6] }],
} as const;

describe('logical lines of Python', () => {
  it('are joined by brackets, long strings and backslashes', () => {
    const source = [
      'a = (1,',
      '     2)',
      's = """x',
      '#"""',
      "t = 'it (' # (",
      'b = 1 + \\',
      '    2',
      'c',
    ].join('\n');
    expect(logicalLines(source)).toEqual([
      { first: 1, last: 2 },
      { first: 3, last: 4 },
      { first: 5, last: 5 },
      { first: 6, last: 7 },
      { first: 8, last: 8 },
    ]);
  });

  it('end where the text does, also in an open bracket or string', () => {
    expect(logicalLines('f(\n1')).toEqual([{ first: 1, last: 2 }]);
    expect(logicalLines('"""\nx')).toEqual([{ first: 1, last: 2 }]);
  });
});

describe('the judgement of a wrong program', () => {
  it('counts a statement over several lines whole', () => {
    expect(judge(wrong, [finding(3)]).found[0]!.nearness).toBe('hit');
    expect(judge(wrong, [finding(5, 'warning')]).found[0]!.nearness).toBe('hit');
  });

  it('tells a line off, a call that led there, and a miss apart', () => {
    expect(judge(wrong, [finding(2)]).found[0]!.nearness).toBe('near');
    expect(judge({ ...wrong, expected: [{ line: 4, callers: [7] }] }, [finding(7)]).found[0]!.nearness).toBe(
      'caller',
    );
    expect(judge(wrong, [finding(4, 'information')]).found[0]!.nearness).toBe('miss');
  });

  it('lists errors that are neither there nor at a call, and warnings apart', () => {
    const { alarms, warnings } = judge(wrong, [finding(4), finding(6), finding(7), finding(1, 'warning')]);
    expect(alarms.map(({ line }) => line)).toEqual([7]);
    expect(warnings.map(({ line }) => line)).toEqual([1]);
  });

  it('takes another line that is as good a place', () => {
    const verdict = judge({ ...wrong, expected: [{ line: 1, or: [7] }] }, [finding(7)]);
    expect(verdict.found[0]!.nearness).toBe('hit');
    expect(verdict.alarms).toEqual([]);
  });
});

describe('a sidecar of expected lines', () => {
  it('is refused where a line is missing', () => {
    expect(readExpected('a.expected.json', '[{"line": 3}]')).toEqual([{ line: 3 }]);
    expect(() => readExpected('a.expected.json', '[{"kind": "dot"}]')).toThrow('needs a line');
    expect(() => readExpected('a.expected.json', '{}')).toThrow('must hold a list');
  });
});

describe('the library of a program', () => {
  it('is that of its folder, else of the import that stands on the others', () => {
    expect(libraryOf('/bugs/numpy/dev/a.py', 'import torch')).toBe('numpy');
    expect(libraryOf('/bugs/generated-torch/dev/a.py', '')).toBe('torch');
    expect(libraryOf('/right/a.py', 'import numpy\nfrom tensorflow.keras import layers')).toBe('keras');
    expect(libraryOf('/right/a.py', 'import tensorflow as tf')).toBe('tensorflow');
  });
});

describe('generated programs', () => {
  it('lose the indentation of their template', () => {
    expect(program`
        if ${1}:
            pass

        x
      `).toBe('if 1:\n    pass\n\nx\n');
  });

  it.each(
    [...numpyFamilies, ...torchFamilies, ...kerasFamilies].map(family => [family.name, family] as const),
  )('%s: the mistake changes the program, and the same seed gives the same one', (_, family) => {
    for (let seed = 1; seed <= 20; seed++) {
      const wrong = family.write(new Choice(seed), true);
      expect(wrong).toBe(family.write(new Choice(seed), true));
      expect(wrong).not.toBe(family.write(new Choice(seed), false));
      expect(wrong).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});
