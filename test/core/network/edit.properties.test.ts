import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import { applyTextEdits, copyLayers, editNetwork } from '../../../src/core/network/edit';
import { parseNetwork } from '../../../src/core/network/reading/parse';
import { edit, id, written } from './writtenNetworks';

const network = written(true);
const chain = written(false);

/** What feeds each layer. */
function wiring(text: string): Record<string, readonly string[]> {
  return Object.fromEntries(
    (parseNetwork(text).network?.layers ?? []).map(({ id: name, inputs }) => [name, inputs]),
  );
}

function distinct(wires: Record<string, readonly string[]>) {
  return Object.fromEntries(Object.entries(wires).map(([name, inputs]) => [name, [...new Set(inputs)]]));
}

function check(property: fc.IRawProperty<unknown>) {
  fc.assert(property, { numRuns: 100 });
}

describe('any edits of any network', () => {
  it('leave whole JSON, every comment of what stays, and line ends as they were', () => {
    check(
      fc.property(network, fc.array(edit, { minLength: 1, maxLength: 3 }), ({ text, comments }, edits) => {
        const after = applyTextEdits(text, editNetwork(text, edits));
        expect(parseNetwork(after).whole, after).toBe(true);
        // a comment goes only with a layer on its own line
        if (!edits.some(({ kind }) => kind === 'remove-layers')) {
          for (const comment of comments)
            expect(after.split(/\r?\n/).filter(line => line.endsWith(comment))).toHaveLength(1);
        }
        if (text.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
        else expect(after).not.toContain('\r');
      }),
    );
  });

  it('give edits in order that do not touch', () => {
    check(
      fc.property(network, fc.array(edit, { maxLength: 3 }), ({ text }, edits) => {
        let end = -1;
        for (const { offset, length } of editNetwork(text, edits)) {
          expect(offset).toBeGreaterThan(end);
          end = offset + length;
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('together do what they do one after the other', () => {
    check(
      fc.property(network, edit, edit, ({ text }, first, second) => {
        const together = applyTextEdits(text, editNetwork(text, [first, second]));
        const half = applyTextEdits(text, editNetwork(text, [first]));
        expect(together).toBe(applyTextEdits(half, editNetwork(half, [second])));
      }),
    );
  });

  it('never make a layer feed itself through a wrong name, nor name one twice', () => {
    check(
      fc.property(network, edit, ({ text }, one) => {
        const before = parseNetwork(text).network!;
        if (before.layers.some(({ inputs }) => new Set(inputs).size < inputs.length)) return;
        const after = parseNetwork(applyTextEdits(text, editNetwork(text, [one]))).network!;
        const ids = after.layers.map(({ id: name }) => name);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { inputs } of after.layers) {
          expect(new Set(inputs).size).toBe(inputs.length);
          for (const input of inputs) expect(ids).toContain(input);
        }
      }),
    );
  });
});

describe('one edit', () => {
  it('adds one layer after another and rewires only what followed it', () => {
    check(
      fc.property(network, id, ({ text }, after) => {
        const before = wiring(text);
        fc.pre(after in before);
        const result = wiring(
          applyTextEdits(text, editNetwork(text, [{ kind: 'add-layer', type: 'dense', after, id: 'new' }])),
        );
        expect(result.new).toEqual([after]);
        for (const [name, inputs] of Object.entries(before)) {
          expect(result[name], name).toEqual([
            ...new Set(inputs.map(input => (input === after ? 'new' : input))),
          ]);
        }
      }),
    );
  });

  it('removed again, a new layer leaves the wiring as it was', () => {
    check(
      fc.property(network, id, ({ text }, after) => {
        const before = wiring(text);
        fc.pre(after in before);
        const added = applyTextEdits(
          text,
          editNetwork(text, [{ kind: 'add-layer', type: 'dense', after, id: 'new' }]),
        );
        const removed = applyTextEdits(added, editNetwork(added, [{ kind: 'remove-layers', ids: ['new'] }]));
        expect(distinct(wiring(removed))).toEqual(distinct(before));
        // in a chain the text is the same to the letter
        if (!text.includes('"inputs"')) expect(removed).toBe(text);
      }),
    );
  });

  it('moves a layer of a chain there and back', () => {
    check(
      fc.property(chain, fc.nat(6), fc.nat(6), ({ text }, from, to) => {
        const ids = parseNetwork(text).network!.layers.map(({ id: name }) => name);
        fc.pre(from > 0 && from < ids.length && to < ids.length && to !== from && to !== from - 1);
        const moved = applyTextEdits(
          text,
          editNetwork(text, [{ kind: 'move-layer', id: ids[from]!, after: ids[to]! }]),
        );
        const rest = ids.filter((_, i) => i !== from);
        rest.splice(rest.indexOf(ids[to]!) + 1, 0, ids[from]!);
        expect(parseNetwork(moved).network!.layers.map(({ id: name }) => name)).toEqual(rest);
        expect(moved).not.toContain('"inputs"');
        const back = applyTextEdits(
          moved,
          editNetwork(moved, [{ kind: 'move-layer', id: ids[from]!, after: ids[from - 1]! }]),
        );
        expect(back).toBe(text);
      }),
    );
  });

  it('sets a field and nothing else', () => {
    check(
      fc.property(network, id, fc.integer({ min: 1, max: 9999 }), ({ text }, name, units) => {
        const before = parseNetwork(text).network!;
        const target = before.layers.find(({ id: other }) => other === name);
        fc.pre(target?.type === 'dense');
        const edits = editNetwork(text, [{ kind: 'set-field', id: name, field: 'units', value: units }]);
        expect(edits.length).toBeLessThanOrEqual(1);
        for (const { length, text: written } of edits) expect(length + written.length).toBeLessThan(12);
        const after = parseNetwork(applyTextEdits(text, edits)).network!;
        expect(after.layers.map(({ raw }) => raw)).toEqual(
          before.layers.map(({ id: other, raw }) => (other === name ? { ...raw, units } : raw)),
        );
      }),
    );
  });

  it('connects, and disconnected again leaves the inputs as they were', () => {
    check(
      fc.property(network, id, id, ({ text }, from, to) => {
        const before = wiring(text);
        fc.pre(from in before && to in before && from !== to && !before[to]!.includes(from));
        const type = parseNetwork(text).network!.layers.find(({ id: name }) => name === to)!.type;
        fc.pre(type === 'add' || type === 'concatenate');
        const connected = applyTextEdits(text, editNetwork(text, [{ kind: 'connect', from, to }]));
        expect(wiring(connected)).toEqual({ ...before, [to]: [...before[to]!, from] });
        const back = applyTextEdits(connected, editNetwork(connected, [{ kind: 'disconnect', from, to }]));
        expect(wiring(back)).toEqual(before);
      }),
    );
  });

  it('renames a layer wherever it is named', () => {
    check(
      fc.property(network, id, ({ text }, name) => {
        const before = wiring(text);
        fc.pre(name in before);
        const after = wiring(
          applyTextEdits(text, editNetwork(text, [{ kind: 'rename-layer', id: name, to: 'renamed' }])),
        );
        const rename = (other: string) => (other === name ? 'renamed' : other);
        expect(after).toEqual(
          Object.fromEntries(
            Object.entries(before).map(([key, inputs]) => [rename(key), inputs.map(rename)]),
          ),
        );
      }),
    );
  });

  it('pastes copies that are wired among themselves as the originals', () => {
    check(
      fc.property(network, fc.uniqueArray(id, { minLength: 1 }), ({ text }, ids) => {
        const layers = copyLayers(text, ids);
        const pasted = applyTextEdits(
          '{ "layers": [] }',
          editNetwork('{ "layers": [] }', [{ kind: 'paste-layers', layers }]),
        );
        const before = wiring(text);
        const chosen = Object.entries(before).filter(([name]) => ids.includes(name));
        const order = Object.keys(before).filter(name => ids.includes(name));
        const expected = chosen.map(([name, inputs]) => [
          name,
          // one that comes later in the list can't be fed yet when it is pasted
          [...inputs].filter(input => ids.includes(input) && order.indexOf(input) < order.indexOf(name)),
        ]);
        expect(wiring(pasted)).toEqual(Object.fromEntries(expected));
      }),
    );
  });
});

describe('any text', () => {
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    network.chain(({ text: whole }) => fc.nat(whole.length).map(n => whole.slice(0, n))),
    network.chain(({ text: whole }) =>
      fc
        .tuple(fc.nat(whole.length), fc.string({ maxLength: 4 }))
        .map(([n, noise]) => whole.slice(0, n) + noise + whole.slice(n + 2)),
    ),
  );

  it('is analysed and edited without an exception, with spans inside it', () => {
    check(
      fc.property(text, edit, (any, one) => {
        for (const { span, fixes, message } of analyze(any).problems) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(Math.max(any.length, 1));
          expect(message).not.toContain('undefined');
          for (const fix of fixes) applyTextEdits(any, fix.edits);
        }
        applyTextEdits(any, editNetwork(any, [one]));
      }),
    );
  });
});
