import type { PythonRule } from './rule';

export const unpackMismatch: PythonRule = {
  code: 'unpack-mismatch',
  severity: 'error',
  why: 'As many names stand left of the = as there are parts on its right.',
  examples: [
    {
      bad: `import numpy as np
X = np.zeros((10, 3, 2))
m, n = X.shape  # error: [unpack-mismatch]
`,
      good: `import numpy as np
X = np.zeros((10, 3, 2))
m, n, c = X.shape
`,
    },
  ],
};
