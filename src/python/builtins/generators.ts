import { givesEach } from '../ops/batches';
import type { Family } from '../ops/entry';

export const generators: Family = {
  title: 'Generators',
  about: 'What the call of a function with `yield` gives: something to loop over, or to train a model with.',
  entries: [
    {
      kind: 'class',
      names: ['builtins.generator'],
      parameters: 'element',
      init: (call, self) => {
        if (call.args.element) givesEach(call, self, call.args.element);
      },
    },
  ],
};
