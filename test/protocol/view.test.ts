import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkEdit } from '../../src/core/network/networkEdit';
import { fromViewSchema, readToView, type ToView } from '../../src/protocol/view';

const edits: readonly NetworkEdit[] = [
  { kind: 'add-layer', type: 'dense', after: 'input', fields: { units: 4 }, id: 'hidden' },
  { kind: 'insert-layer', type: 'dense', from: 'input', to: 'output' },
  { kind: 'remove-layers', ids: ['hidden'] },
  { kind: 'duplicate-layers', ids: ['hidden'] },
  { kind: 'paste-layers', layers: [{ id: 'a', type: 'dense', units: 1 }], after: undefined },
  { kind: 'move-layer', id: 'hidden', after: undefined },
  { kind: 'connect', from: 'input', to: 'output' },
  { kind: 'disconnect', from: 'input', to: 'output' },
  { kind: 'rename-layer', id: 'hidden', to: 'h' },
  { kind: 'set-field', id: 'hidden', field: 'units', value: undefined },
  { kind: 'set-value', path: ['layers', 0, 'units'], value: [1, { a: null }] },
  { kind: 'set-positions', positions: { input: { x: 1, y: -2 }, output: null } },
];

/** As VS Code hands it over: by way of JSON, which leaves out what is undefined. */
const arrives = (message: unknown) => fromViewSchema.safeParse(JSON.parse(JSON.stringify(message)));

describe('messages from the designer', () => {
  it.each(edits)('take the edit $kind', edit => {
    expect(arrives({ type: 'edit', edits: [edit] })).toMatchObject({
      success: true,
      data: { type: 'edit', edits: [JSON.parse(JSON.stringify(edit))] },
    });
  });

  it.each([
    ['no edit at all', []],
    ['an unknown kind', [{ kind: 'format-disk' }]],
    ['a kind that objects inherit', [{ kind: 'toString' }]],
    ['a field that is missing', [{ kind: 'connect', from: 'input' }]],
    ['a field of the wrong type', [{ kind: 'remove-layers', ids: 'hidden' }]],
    ['a field that no edit has', [{ kind: 'connect', from: 'a', to: 'b', force: true }]],
    ['a layer that is none', [{ kind: 'paste-layers', layers: ['dense'] }]],
    ['a position that is half there', [{ kind: 'set-positions', positions: { input: { x: 1 } } }]],
    ['a path with a negative step', [{ kind: 'set-value', path: ['layers', -1], value: 1 }]],
  ])('refuse %s', (_, bad) => {
    expect(arrives({ type: 'edit', edits: bad }).success).toBe(false);
  });

  it('never make the host throw, whatever they are', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom('edit', 'fix', 'select', undefined), (value, type) => {
        expect(() => fromViewSchema.safeParse(type ? { type, edits: value } : value)).not.toThrow();
      }),
    );
  });
});

describe('messages to the designer', () => {
  it.each<ToView>([
    { type: 'progress', stage: undefined, share: undefined },
    { type: 'run', run: undefined, points: [] },
    { type: 'data', report: undefined },
  ])('arrive as JSON, in which what is undefined isn’t there: %o', message => {
    const sent = JSON.parse(JSON.stringify(message));
    expect(readToView(sent)).toEqual(sent);
  });
});
