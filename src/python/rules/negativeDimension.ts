import type { PythonRule } from './rule';

export const negativeDimension: PythonRule = {
  code: 'negative-dimension',
  severity: 'error',
  why: 'Windows without padding make maps smaller, and pooling halves them. A window can’t be larger than what is left.',
  examples: [
    {
      bad: `from keras.models import Sequential
from keras.layers import Conv2D, MaxPooling2D
model = Sequential()
model.add(Conv2D(8, (5, 5), input_shape=(8, 8, 1)))
model.add(MaxPooling2D((2, 2)))
model.add(Conv2D(8, (3, 3)))  # error: [negative-dimension]
`,
      good: `from keras.models import Sequential
from keras.layers import Conv2D, MaxPooling2D
model = Sequential()
model.add(Conv2D(8, (5, 5), padding='same', input_shape=(8, 8, 1)))
model.add(MaxPooling2D((2, 2)))
model.add(Conv2D(8, (3, 3)))
`,
    },
    {
      bad: `import torch
from torch import nn
conv = nn.Conv2d(3, 16, 5)
y = conv(torch.rand(8, 3, 4, 4))  # error: [negative-dimension]
`,
      good: `import torch
from torch import nn
conv = nn.Conv2d(3, 16, 5, padding=2)
y = conv(torch.rand(8, 3, 4, 4))
`,
    },
  ],
};
