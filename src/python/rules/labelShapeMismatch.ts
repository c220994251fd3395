import type { PythonRule } from './rule';

export const labelShapeMismatch: PythonRule = {
  code: 'label-shape-mismatch',
  severity: 'error',
  why: 'The loss pairs each output with its label. categorical_crossentropy needs a column for each class, sparse_categorical_crossentropy and PyTorch’s CrossEntropyLoss one class number, most others labels of the output’s shape.',
  examples: [
    {
      bad: `import numpy as np
from keras.models import Sequential
from keras.layers import Dense
model = Sequential([Dense(10, activation='softmax', input_shape=(4,))])
model.compile('adam', loss='categorical_crossentropy')
X = np.zeros((100, 4))
y = np.random.randint(0, 10, 100)
model.fit(X, y)  # error: [label-shape-mismatch]
`,
      good: `import numpy as np
from keras.models import Sequential
from keras.layers import Dense
model = Sequential([Dense(10, activation='softmax', input_shape=(4,))])
model.compile('adam', loss='sparse_categorical_crossentropy')
X = np.zeros((100, 4))
y = np.random.randint(0, 10, 100)
model.fit(X, y)
`,
    },
    {
      bad: `import torch
from torch import nn
scores = torch.rand(32, 10)
labels = torch.randint(0, 10, (32, 1))
loss = nn.CrossEntropyLoss()(scores, labels)  # error: [label-shape-mismatch] target.squeeze(1)
`,
      good: `import torch
from torch import nn
scores = torch.rand(32, 10)
labels = torch.randint(0, 10, (32,))
loss = nn.CrossEntropyLoss()(scores, labels)
`,
    },
  ],
};
