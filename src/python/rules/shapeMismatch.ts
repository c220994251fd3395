import type { PythonRule } from './rule';

export const shapeMismatch: PythonRule = {
  code: 'shape-mismatch',
  severity: 'error',
  why: 'A product pairs the columns of the first with the rows of the second: (a, b) · (b, c) is (a, c). Where the two inner sizes differ there is no product.',
  examples: [
    {
      bad: `import numpy as np
X = np.zeros((4, 10))
D = np.zeros((1, 10))
dw = np.dot(X, D)  # error: [shape-mismatch]
`,
      good: `import numpy as np
X = np.zeros((4, 10))
D = np.zeros((1, 10))
dw = np.dot(X, D.T)
`,
    },
  ],
};
