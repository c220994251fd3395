import type { PythonRule } from './rule';

export const rankMismatch: PythonRule = {
  code: 'rank-mismatch',
  severity: 'error',
  why: 'Layers and products say how many sizes they take: a convolution over pictures takes (batch, channels, height, width), torch.mm two matrices.',
  examples: [
    {
      bad: `import torch
from torch import nn
pool = nn.MaxPool2d(2)
y = pool(torch.rand(32, 784))  # error: [rank-mismatch] 2 sizes
`,
      good: `import torch
from torch import nn
pool = nn.MaxPool2d(2)
y = pool(torch.rand(32, 784).view(32, 1, 28, 28))
`,
    },
  ],
};
