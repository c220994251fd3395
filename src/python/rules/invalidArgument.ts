import type { PythonRule } from './rule';

export const invalidArgument: PythonRule = {
  code: 'invalid-argument',
  severity: 'error',
  why: 'A function is given what it can’t take, such as a size that isn’t a whole number, an array that isn’t square, or parts that don’t come out even.',
  examples: [
    {
      bad: `import numpy as np
A = np.zeros((3, 4))
B = np.linalg.inv(A)  # error: [invalid-argument]
`,
      good: `import numpy as np
A = np.zeros((4, 4))
B = np.linalg.inv(A)
`,
    },
  ],
};
