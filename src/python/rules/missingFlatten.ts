import type { PythonRule } from './rule';

export const missingFlatten: PythonRule = {
  code: 'missing-flatten',
  severity: 'error',
  why: 'Dense works on the last axis alone, so after maps it gives a row for each pixel. Flatten makes one vector of each example first.',
  examples: [
    {
      bad: `import numpy as np
from keras.models import Sequential
from keras.layers import Conv2D, Dense
model = Sequential()
model.add(Conv2D(8, (3, 3), input_shape=(28, 28, 1)))
model.add(Dense(10, activation='softmax'))
model.compile('adam', loss='categorical_crossentropy')
model.fit(np.zeros((100, 28, 28, 1)), np.zeros((100, 10)))  # error: [missing-flatten]
`,
      good: `import numpy as np
from keras.models import Sequential
from keras.layers import Conv2D, Dense, Flatten
model = Sequential()
model.add(Conv2D(8, (3, 3), input_shape=(28, 28, 1)))
model.add(Flatten())
model.add(Dense(10, activation='softmax'))
model.compile('adam', loss='categorical_crossentropy')
model.fit(np.zeros((100, 28, 28, 1)), np.zeros((100, 10)))
`,
    },
  ],
};
