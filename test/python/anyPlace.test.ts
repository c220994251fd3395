import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkPython } from '../../src/python/checkPython';
import { ignoreLine } from '../../src/python/ignoreLine';
import { hintsIn } from '../../src/python/marks/hints';
import { hoverAt } from '../../src/python/marks/hover';
import { findModels } from '../../src/python/models/findModels';
import { networkOf } from '../../src/python/models/networkOf';
import { openParser } from './openParser';

const program = `${readFileSync(new URL('../../samples/gradients.py', import.meta.url), 'utf8')}
from tensorflow.keras import Sequential, Model, Input
from tensorflow.keras.layers import Dense, Flatten, Activation, add
import torch.nn as nn
model = Sequential([Flatten(input_shape=(4, 4)), Dense(8)])
model.add(Activation("tanh"))
model.add(Dense(1, activation="sigmoid", name="output"))
inputs = Input((4,))
x = Dense(3)(inputs)
both = Model(inputs, add([x, Dense(3, activation="relu")(inputs)]))
net = nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 1)).to("cpu")
P = {}
P["W" + str(1)] = X[1:, None] @ Y.T
`;

/** The program with pieces of it cut out, doubled or moved elsewhere. */
const mutated = fc
  .array(
    fc.tuple(
      fc.nat(program.length),
      fc.nat(80),
      fc.nat(program.length),
      fc.constantFrom('cut', 'copy', 'move'),
    ),
    {
      maxLength: 6,
    },
  )
  .map(changes =>
    changes.reduce((text, [start, length, to, how]) => {
      const piece = text.slice(start, start + length);
      const rest = how === 'copy' ? text : text.slice(0, start) + text.slice(start + length);
      return how === 'cut' ? rest : rest.slice(0, to) + piece + rest.slice(to);
    }, program),
  );

it('whatever is typed, what stands at a place is said within the text, and nothing fails', async () => {
  const parser = await openParser();
  fc.assert(
    fc.property(mutated, fc.nat(program.length), (text, offset) => {
      const document = parser.open(text);
      try {
        const { module } = document;
        const report = checkPython(module);
        const inText = ({ start, end }: { start: number; end: number }) =>
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
        const hover = hoverAt(module, report, Math.min(offset, text.length));
        if (hover) inText(hover.span);
        for (const { span } of hover?.reasons ?? []) if (span) inText(span);
        for (const all of [false, true]) {
          const range = { start: 0, end: text.length };
          for (const { offset } of hintsIn(module, report, range, all))
            inText({ start: offset, end: offset });
        }
        for (const problem of report.problems) {
          const edit = ignoreLine(text, problem);
          if (edit) inText({ start: edit.offset, end: edit.offset + edit.length });
        }
        for (const model of findModels(module, report)) {
          inText(model.span);
          networkOf(model, 'a.py');
        }
      } finally {
        document.dispose();
      }
    }),
    { numRuns: 150 },
  );
});
