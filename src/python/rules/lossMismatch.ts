import type { PythonRule } from './rule';

export const lossMismatch: PythonRule = {
  code: 'loss-mismatch',
  severity: 'error',
  why: 'Each loss takes its targets in one form: the cross-entropy of scores (batch, classes) a class for each example, of shape (batch,); the binary one a number for each prediction, of the same shape.',
  examples: [
    {
      bad: `import torch
from torch import nn
scores = torch.rand(32, 10)
labels = torch.randint(0, 10, (32, 1))
loss = nn.CrossEntropyLoss()(scores, labels)  # error: [loss-mismatch] target.squeeze(1)
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
