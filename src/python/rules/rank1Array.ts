import type { PythonRule } from './rule';

export const rank1Array: PythonRule = {
  code: 'rank-1-array',
  severity: 'warning',
  why: 'An array of shape (n,) is neither a row nor a column, and its transpose is itself. Give vectors two sizes, (n, 1) or (1, n).',
  examples: [
    {
      bad: `import numpy as np
a = np.random.randn(5)
s = np.dot(a, a.T)  # warning: [rank-1-array]
`,
      good: `import numpy as np
a = np.random.randn(5, 1)
s = np.dot(a, a.T)
`,
    },
  ],
};
