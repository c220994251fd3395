import type { PythonRule } from './rule';

export const broadcastMismatch: PythonRule = {
  code: 'broadcast-mismatch',
  severity: 'error',
  why: 'Sizes are paired from the right. Two that are paired must be equal, or one of them 1, which is then repeated.',
  examples: [
    {
      bad: `import numpy as np
Z = np.zeros((4, 10))
b = np.zeros(4)
A = Z + b  # error: [broadcast-mismatch]
`,
      good: `import numpy as np
Z = np.zeros((4, 10))
b = np.zeros((4, 1))
A = Z + b
`,
    },
  ],
};
