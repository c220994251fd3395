import { expect, it } from 'vitest';
import { noFiles } from '../../src/python/files/dataFiles';
import { interpret } from '../../src/python/interpreter/interpret';
import { libraries } from '../../src/python/libraries';
import type { Library } from '../../src/python/ops/entry';
import { Registry } from '../../src/python/ops/registry';
import { compareSizes } from '../../src/python/sizes/compareSizes';
import { int, unknown } from '../../src/python/values/value';
import { formatDims, shapeWords } from '../../src/python/values/words';
import { openParser } from './openParser';

/** A library with each kind of entry: the way that a new library's tables go. */
const toy: Library = {
  name: 'toy',
  aliases: { 'big.toy': 'toy' },
  families: [
    {
      title: 'Everything',
      about: 'One of each.',
      entries: [
        {
          kind: 'function',
          names: ['toy.halve', 'toy.Array.halve'],
          parameters: 'x',
          rule: ({ args: { x } }) => (x?.kind === 'array' ? { ...x, shape: x.shape?.slice(1) } : unknown),
        },
        {
          kind: 'function',
          names: ['toy.zeros'],
          parameters: '*sizes',
          rule: ({ rest }) => ({
            kind: 'array',
            type: 'toy.Array',
            shape: rest.map(size => (size.kind === 'int' ? size.size : undefined)),
          }),
        },
        {
          kind: 'attribute',
          names: ['toy.Array.rank'],
          rule: ({ args: { self } }) => int(self?.kind === 'array' ? self.shape?.length : undefined),
        },
        {
          kind: 'class',
          names: ['toy.Module'],
          parameters: '',
          callParameters: '*args, **kwargs',
          call: (call, self) =>
            call.invoke(call.attribute(self, 'forward'), call.rest, Object.fromEntries(call.extra)),
        },
        {
          kind: 'class',
          names: ['toy.Linear'],
          bases: ['toy.Module'],
          parameters: 'inputs, outputs',
          init: (call, self) => {
            call.set(self.attributes, 'inputs', call.args.inputs ?? unknown);
            call.set(self.attributes, 'outputs', call.args.outputs ?? unknown);
          },
          callParameters: 'x',
          call: (call, self) => {
            const { x } = call.args;
            const [inputs, outputs] = ['inputs', 'outputs'].map(name => self.attributes.get(name));
            if (x?.kind !== 'array' || !x.shape || inputs?.kind !== 'int' || outputs?.kind !== 'int')
              return unknown;
            if (compareSizes(x.shape.at(-1), inputs.size) === 'different') {
              call.report({
                code: 'shape-mismatch',
                message: `${call.operand('x').words} is ${formatDims(x.shape)}.`,
              });
            }
            return { ...x, shape: [...x.shape.slice(0, -1), outputs.size] };
          },
        },
        {
          kind: 'function',
          names: ['toy.Module.parameters'],
          parameters: 'self',
          rule: () => unknown,
        },
      ],
    },
  ],
};

async function check(text: string) {
  const document = (await openParser()).open(text);
  const report = interpret(document.module, new Registry([...libraries, toy]), noFiles);
  const shapes = new Map(
    report.assignments.map(({ span, value }) => [text.slice(span.start, span.end), shapeWords(value)]),
  );
  return { shapes, messages: report.problems.map(({ message }) => message) };
}

it('follows functions, methods and attributes of a library, also under another name of it', async () => {
  const { shapes } = await check(`
from big.toy import zeros
import toy as t
a = zeros(2, 3)
b = t.halve(a)
c = a.halve()
r = a.rank
`);
  expect(Object.fromEntries(shapes)).toMatchObject({ a: '(2, 3)', b: '(3,)', c: '(3,)', r: '2' });
});

it('calls the instances of its classes', async () => {
  const { shapes, messages } = await check(`
import toy
layer = toy.Linear(3, 5)
y = layer(toy.zeros(7, 3))
z = layer(y)
`);
  expect(shapes.get('y')).toBe('(7, 5)');
  expect(messages).toEqual(['y is (7, 5).']);
});

it('follows the user’s classes that are made from its own', async () => {
  const program = `
import toy

class Net(toy.Module):
    def __init__(self, hidden=4):
        super().__init__()
        self.first = toy.Linear(3, hidden)
        self.second = toy.Linear(5, 1)

    def forward(self, x):
        x = self.first(x)
        return self.second(x)
`;
  const called = await check(`${program}\ny = Net()(toy.zeros(7, 3))\n`);
  expect(called.messages).toEqual(['x is (7, 4).']);
  // nobody calls it, so hidden may be anything
  expect((await check(program)).messages).toEqual([]);
});
