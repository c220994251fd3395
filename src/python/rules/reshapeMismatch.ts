import type { PythonRule } from './rule';

export const reshapeMismatch: PythonRule = {
  code: 'reshape-mismatch',
  severity: 'error',
  why: 'A new shape holds as many elements as the old one. One size may be -1: it is worked out from the rest.',
  examples: [
    {
      bad: `import numpy as np
x = np.zeros((5, 4))
y = x.reshape(3, 7)  # error: [reshape-mismatch]
`,
      good: `import numpy as np
x = np.zeros((5, 4))
y = x.reshape(2, 10)
`,
    },
  ],
};
