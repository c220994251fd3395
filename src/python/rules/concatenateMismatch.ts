import type { PythonRule } from './rule';

export const concatenateMismatch: PythonRule = {
  code: 'concatenate-mismatch',
  severity: 'error',
  why: 'Arrays that are joined along one axis must have the same sizes along all others.',
  examples: [
    {
      bad: `import numpy as np
a = np.zeros((2, 3))
b = np.zeros((2, 4))
c = np.concatenate([a, b])  # error: [concatenate-mismatch]
`,
      good: `import numpy as np
a = np.zeros((2, 3))
b = np.zeros((2, 4))
c = np.concatenate([a, b], axis=1)
`,
    },
  ],
};
