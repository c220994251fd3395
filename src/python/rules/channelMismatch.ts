import type { PythonRule } from './rule';

export const channelMismatch: PythonRule = {
  code: 'channel-mismatch',
  severity: 'error',
  why: 'A convolution has a filter for each channel of its input, and a normalisation a mean for each, so they take as many channels as they were made for. PyTorch puts the channels before the height and the width.',
  examples: [
    {
      bad: `import torch
from torch import nn
conv = nn.Conv2d(3, 16, 5)
y = conv(torch.rand(8, 32, 32, 3))  # error: [channel-mismatch] permute the axes
`,
      good: `import torch
from torch import nn
conv = nn.Conv2d(3, 16, 5)
y = conv(torch.rand(8, 32, 32, 3).permute(0, 3, 1, 2))
`,
    },
  ],
};
