import type { PythonRule } from './rule';

export const featureMismatch: PythonRule = {
  code: 'feature-mismatch',
  severity: 'error',
  why: 'A linear or recurrent layer multiplies the last size of its input with its weights, so it takes as many features as it was made for. What comes before decides that number: the layer before it, or the pictures that are flattened.',
  examples: [
    {
      bad: `import torch
from torch import nn
model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(64, 10))
y = model(torch.rand(32, 784))  # error: [feature-mismatch] nn.Linear(64, 10) takes 64 features
`,
      good: `import torch
from torch import nn
model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
y = model(torch.rand(32, 784))
`,
    },
  ],
};
