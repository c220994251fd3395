import type { PythonRule } from './rule';

export const inputShapeMismatch: PythonRule = {
  code: 'input-shape-mismatch',
  severity: 'error',
  why: 'A layer or a model takes inputs of as many sizes as it was made for, and with as many features. The first size is the number of examples, and may be any.',
  examples: [
    {
      bad: `import numpy as np
from keras.models import Sequential
from keras.layers import Dense
model = Sequential([Dense(10, input_shape=(784,))])
model.predict(np.zeros((32, 780)))  # error: [input-shape-mismatch]
`,
      good: `import numpy as np
from keras.models import Sequential
from keras.layers import Dense
model = Sequential([Dense(10, input_shape=(784,))])
model.predict(np.zeros((32, 784)))
`,
    },
  ],
};
