import type { PythonRule } from './rule';

export const assignmentMismatch: PythonRule = {
  code: 'assignment-mismatch',
  severity: 'error',
  why: 'What is put into a part of an array must have the part’s shape, or one that broadcasts to it.',
  examples: [
    {
      bad: `import numpy as np
X = np.zeros((10, 3))
X[0] = np.zeros(4)  # error: [assignment-mismatch]
`,
      good: `import numpy as np
X = np.zeros((10, 3))
X[0] = np.zeros(3)
`,
    },
  ],
};
