import type { PythonRule } from './rule';

export const axisOutOfRange: PythonRule = {
  code: 'axis-out-of-range',
  severity: 'error',
  why: 'An array with k sizes has the axes 0 to k - 1, and -k to -1 from the end.',
  examples: [
    {
      bad: `import numpy as np
x = np.zeros((3, 4))
s = np.sum(x, axis=2)  # error: [axis-out-of-range]
`,
      good: `import numpy as np
x = np.zeros((3, 4))
s = np.sum(x, axis=1)
`,
    },
  ],
};
