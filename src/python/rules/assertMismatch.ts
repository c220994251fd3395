import type { PythonRule } from './rule';

export const assertMismatch: PythonRule = {
  code: 'assert-mismatch',
  severity: 'error',
  why: 'The assertion says one shape, and the program gives another.',
  examples: [
    {
      bad: `import numpy as np
w = np.zeros((3, 1))
assert w.shape == (1, 3)  # error: [assert-mismatch]
`,
      good: `import numpy as np
w = np.zeros((3, 1))
assert w.shape == (3, 1)
`,
    },
  ],
};
