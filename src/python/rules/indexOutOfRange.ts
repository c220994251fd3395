import type { PythonRule } from './rule';

export const indexOutOfRange: PythonRule = {
  code: 'index-out-of-range',
  severity: 'error',
  why: "Along a size n the indices are 0 to n - 1, and -n to -1 from the end. There can't be more indices than sizes.",
  examples: [
    {
      bad: `import numpy as np
Y = np.zeros((1, 5))
y = Y[1, 0]  # error: [index-out-of-range]
`,
      good: `import numpy as np
Y = np.zeros((1, 5))
y = Y[0, 1]
`,
    },
  ],
};
