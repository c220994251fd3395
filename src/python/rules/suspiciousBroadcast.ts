import type { PythonRule } from './rule';

export const suspiciousBroadcast: PythonRule = {
  code: 'suspicious-broadcast',
  severity: 'warning',
  why: 'A column (m, 1) and a vector (m,) broadcast to a square (m, m): every value of one is taken with every value of the other. Nothing fails, and the sum or the mean of it is wrong.',
  examples: [
    {
      bad: `import numpy as np
y = np.zeros((100, 1))
p = np.zeros(100)
e = y - p  # warning: [suspicious-broadcast]
`,
      good: `import numpy as np
y = np.zeros((100, 1))
p = np.zeros((100, 1))
e = y - p
`,
    },
  ],
};
