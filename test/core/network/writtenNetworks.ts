// Networks as people write them, and edits of them, for tests of properties.
import fc from 'fast-check';
import type { NetworkEdit } from '../../../src/core/network/edit';

/** A network in one of the styles that people write: a line a layer, a field a line, all on one line; with comments or not. */
export interface Written {
  readonly text: string;
  readonly comments: readonly string[];
}

export const id = fc.constantFrom<string[]>('input', 'a', 'b', 'c', 'd', 'e', 'hidden', 'output', 'hidden-2');

const layer = fc.record({
  type: fc.constantFrom('dense', 'dense', 'dense', 'flatten', 'add', 'concatenate'),
  units: fc.integer({ min: 1, max: 99 }),
});

export const written = (linked: boolean): fc.Arbitrary<Written> =>
  fc
    .record({
      ids: fc.uniqueArray(id, { minLength: 1, maxLength: 7 }),
      layers: fc.array(layer, { minLength: 8, maxLength: 8 }),
      links: fc.array(fc.option(fc.array(fc.nat(7), { maxLength: 2 }), { nil: undefined, freq: 3 }), {
        minLength: 8,
        maxLength: 8,
      }),
      style: fc.constantFrom('lines', 'fields', 'one-line', 'compact'),
      comments: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
      trailingComma: fc.boolean(),
      crlf: fc.boolean(),
      training: fc.boolean(),
    })
    .map(({ ids, layers, links, style, comments, trailingComma, crlf, training }) => {
      const said: string[] = [];
      let n = 0;
      const comment = () => {
        if (style === 'one-line' || style === 'compact' || !comments[n % 20]) {
          n++;
          return '';
        }
        const text = `// comment ${n++}`;
        said.push(text);
        return ` ${text}`;
      };
      const objects = ids.map((name, i) => {
        const { type, units } = layers[i]!;
        const named = links[i]?.map(j => ids[j % ids.length]!).filter(name => name !== ids[i]);
        const inputs = linked ? named && [...new Set(named)] : undefined;
        return {
          id: name,
          type: i === 0 ? 'input' : type,
          ...(inputs && i > 0 ? { inputs } : {}),
          ...(i > 0 && type === 'dense' ? { units } : {}),
        };
      });
      const rest = training
        ? { training: { loss: 'l2', optimizer: { type: 'sgd', learningRate: 0.1 } } }
        : {};
      let text: string;
      if (style === 'compact') text = JSON.stringify({ layers: objects, ...rest });
      else if (style === 'one-line') {
        text = JSON.stringify({ layers: objects, ...rest }, null, 1).replace(/\n */g, ' ');
      } else {
        const last = objects.length - 1;
        const lines = objects.map((object, i) => {
          const comma = i < last || trailingComma ? ',' : '';
          const body =
            style === 'lines'
              ? JSON.stringify(object, null, 1).replace(/\n */g, ' ')
              : JSON.stringify(object, null, 2).replace(/\n/g, '\n    ');
          return `    ${body}${comma}${comment()}\n`;
        });
        const after = training ? `,${comment()}\n  "training": ${JSON.stringify(rest.training)}` : '';
        text = `{${comment()}\n  "layers": [${comment()}\n${lines.join('')}  ]${after}${comment()}\n}\n`;
      }
      return { text: crlf ? text.replace(/\n/g, '\r\n') : text, comments: said };
    });

export const edit: fc.Arbitrary<NetworkEdit> = fc.oneof(
  fc.record({
    kind: fc.constant('add-layer' as const),
    type: fc.constantFrom('dense', 'flatten', 'add', 'input'),
    after: fc.option(id, { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant('insert-layer' as const),
    type: fc.constantFrom('dense', 'flatten'),
    from: id,
    to: id,
  }),
  fc.record({ kind: fc.constant('remove-layers' as const), ids: fc.uniqueArray(id, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('duplicate-layers' as const), ids: fc.uniqueArray(id, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('move-layer' as const), id, after: fc.option(id, { nil: undefined }) }),
  fc.record({ kind: fc.constant('connect' as const), from: id, to: id }),
  fc.record({ kind: fc.constant('disconnect' as const), from: id, to: id }),
  fc.record({ kind: fc.constant('rename-layer' as const), id, to: fc.constantFrom('x', 'y', 'a') }),
  fc.record({
    kind: fc.constant('set-field' as const),
    id,
    field: fc.constantFrom('units', 'activation', 'bias'),
    value: fc.constantFrom(7, 'relu', undefined, { type: 'normal', scale: 0.01 }),
  }),
  fc.record({
    kind: fc.constant('set-value' as const),
    path: fc.constantFrom(
      ['training', 'iterations'],
      ['name'],
      ['data', 'generator'],
      ['training', 'optimizer', 'learningRate'],
    ),
    value: fc.constantFrom(1, 'moons', undefined),
  }),
  fc.record({
    kind: fc.constant('set-positions' as const),
    positions: fc.dictionary(id, fc.option(fc.record({ x: fc.integer(), y: fc.integer() }))),
  }),
);
