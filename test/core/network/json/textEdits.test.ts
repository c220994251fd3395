import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyTextEdits, composeTextEdits, inOrder } from '../../../../src/core/network/json/textEdits';
import type { TextEdit } from '../../../../src/core/problem';

/** Edits of a text of `length`, at places that do not overlap. */
function editsOf(length: number): fc.Arbitrary<TextEdit[]> {
  return fc.array(fc.tuple(fc.nat(length), fc.string({ maxLength: 3 })), { maxLength: 8 }).map(cuts => {
    const places = cuts.sort(([a], [b]) => a - b);
    const edits: TextEdit[] = [];
    for (let i = 0; i + 1 < places.length; i += 2) {
      edits.push({ offset: places[i]![0], length: places[i + 1]![0] - places[i]![0], text: places[i]![1] });
    }
    return edits;
  });
}

const twoSteps = fc.string({ maxLength: 30 }).chain(text =>
  editsOf(text.length).chain(first => {
    const half = applyTextEdits(text, first);
    return editsOf(half.length).map(second => ({ text, first, half, second }));
  }),
);

describe('edits of edits', () => {
  it('do together what they do one after the other', () => {
    fc.assert(
      fc.property(twoSteps, ({ text, first, half, second }) => {
        const both = composeTextEdits(text, first, second);
        expect(applyTextEdits(text, both)).toBe(applyTextEdits(half, second));
      }),
    );
  });

  it('take nothing away to put it back', () => {
    const text = 'abcdef';
    const first = [{ offset: 2, length: 2, text: 'XY' }];
    expect(composeTextEdits(text, first, [{ offset: 2, length: 2, text: 'cd' }])).toEqual([]);
    expect(composeTextEdits(text, first, [{ offset: 3, length: 1, text: 'd' }])).toEqual([
      { offset: 2, length: 1, text: 'X' },
    ]);
  });
});

it('edits at one place keep their order, and those that touch become one', () => {
  const edits = [
    { offset: 4, length: 0, text: ',' },
    { offset: 4, length: 0, text: ' new' },
    { offset: 1, length: 2, text: '' },
    { offset: 4, length: 1, text: '!' },
  ];
  expect(inOrder(edits)).toEqual([
    { offset: 1, length: 2, text: '' },
    { offset: 4, length: 1, text: ', new!' },
  ]);
  expect(applyTextEdits('012345', edits)).toBe('03, new!5');
});
