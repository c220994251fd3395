import type { PythonRule } from './rule';

export const emptyOutput: PythonRule = {
  code: 'empty-output',
  severity: 'error',
  why: 'The window of a convolution or of pooling must fit into what it goes over. After several layers that halve the height and the width little may be left.',
  examples: [
    {
      bad: `import torch
from torch import nn
conv = nn.Conv2d(3, 16, 5)
y = conv(torch.rand(8, 3, 4, 4))  # error: [empty-output]
`,
      good: `import torch
from torch import nn
conv = nn.Conv2d(3, 16, 5, padding=2)
y = conv(torch.rand(8, 3, 4, 4))
`,
    },
  ],
};
