import type { PythonRule } from './rule';

export const missingInFile: PythonRule = {
  code: 'missing-in-file',
  severity: 'error',
  why: 'A program asks a data file for an array or a column that, as its header says, isn’t in it.',
  examples: [
    {
      bad: `import numpy as np
# with both.npz, which holds x and y, in the workspace
data = np.load("both.npz")
labels = data["z"]  # error: [missing-in-file]
`,
      good: `import numpy as np
# with both.npz, which holds x and y, in the workspace
data = np.load("both.npz")
labels = data["y"]
`,
    },
  ],
};
