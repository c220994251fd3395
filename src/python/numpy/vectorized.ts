import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Family } from '../ops/entry';
import { broadcast } from '../shapes/broadcast';
import type { Dim } from '../sizes/size';
import { float, unknown, type Value } from '../values/value';

/** Whether a function of numbers gives one number. */
function isNumeric({ kind }: Value): boolean {
  return kind === 'int' || kind === 'float' || kind === 'bool';
}

export const vectorized: Family = {
  title: 'Functions of single values',
  about: '`vectorize` makes one of numbers into one that takes arrays elementwise.',
  entries: [
    {
      kind: 'class',
      names: ['numpy.vectorize'],
      parameters: 'pyfunc=None, *rest, **extra',
      init: (call, self) => {
        const { pyfunc } = call.args;
        if (pyfunc && call.rest.length === 0 && call.extra.size === 0)
          call.set(self.attributes, ' function', pyfunc);
      },
      callParameters: '*args, **kwargs',
      call: (call, self) => {
        const run = self.attributes.get(' function');
        const given = call.rest.map(value => asArray(value, ndarray)?.shape);
        if (
          run?.kind !== 'function' ||
          given.length === 0 ||
          given.includes(undefined) ||
          call.extra.size > 0
        )
          return unknown;
        const one = call.invoke(
          run,
          given.map(() => float()),
        );
        let shape: readonly Dim[] = [];
        for (const each of given as (readonly Dim[])[]) {
          const both = broadcast(shape, each);
          if (both.clash) return unknown;
          shape = both.shape;
        }
        return isNumeric(one) && shape.length > 0 ? numpyArray(shape) : unknown;
      },
    },
  ],
};
