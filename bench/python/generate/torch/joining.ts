import type { Family } from '../family';
import { program } from '../program';

/** cat and stack, and sums of what doesn't broadcast. */
export const joiningFamilies: readonly Family[] = [
  {
    name: 'cat-axis',
    write(choice, wrong) {
      const [left, right] = choice.some([3, 5, 8, 16, 32], 2);
      const batch = choice.int(2, 40);
      return program`
        import torch

        text = torch.randn(${batch}, ${left})
        image = torch.randn(${batch}, ${right})
        both = torch.cat([text, image]${wrong ? choice.of(['', ', dim=0', ', 0']) : ', dim=1'})
        print(both.shape)
      `;
    },
  },
  {
    name: 'stack-sizes',
    write(choice, wrong) {
      const length = choice.int(4, 30);
      const last = wrong ? length + choice.of([-2, -1, 1, 3]) : length;
      return program`
        import torch

        first = torch.zeros(${length})
        second = torch.ones(${length})
        third = torch.rand(${last})
        rows = torch.stack([first, second, third])
        mean = rows.mean(dim=0)
        print(mean)
      `;
    },
  },
  {
    name: 'two-branches',
    write(choice, wrong) {
      const [a, b, hidden, astray] = choice.some([6, 10, 14, 20, 28, 36, 50], 4) as [
        number,
        number,
        number,
        number,
      ];
      return program`
        import torch
        import torch.nn as nn


        class TwoBranches(nn.Module):
            def __init__(self, n_left, n_right, n_hidden):
                super().__init__()
                self.left = nn.Linear(n_left, n_hidden)
                self.right = nn.Linear(n_right, n_hidden)
                self.head = nn.Linear(${wrong ? choice.of(['n_hidden', `n_hidden + ${astray}`]) : '2 * n_hidden'}, 1)

            def forward(self, left, right):
                joined = torch.cat((self.left(left), self.right(right)), dim=-1)
                return self.head(joined)


        model = TwoBranches(${a}, ${b}, ${hidden})
        score = model(torch.rand(7, ${a}), torch.rand(7, ${b}))
        print(score.squeeze())
      `;
    },
  },
  {
    name: 'bias-broadcast',
    write(choice, wrong) {
      const [inputs, outputs] = choice.some([3, 4, 6, 9, 15, 21], 2);
      const batch = choice.other([2, 5, 8, 11], outputs!, inputs!);
      return program`
        import torch

        X = torch.randn(${batch}, ${inputs})
        W = torch.randn(${inputs}, ${outputs}, requires_grad=True)
        b = torch.zeros(${wrong ? choice.of([inputs, batch]) : outputs}, requires_grad=True)

        def forward(X):
            return X.mm(W) + b

        out = forward(X)
        out.sum().backward()
      `;
    },
  },
  {
    name: 'normalise-broadcast',
    write(choice, wrong) {
      const [rows, columns] = choice.some([12, 18, 25, 40], 2);
      return program`
        import torch

        data = torch.rand(${rows}, ${columns})
        mean = data.mean(dim=${wrong ? 1 : 0})
        std = data.std(dim=${wrong ? 1 : 0})
        scaled = (data - mean) / std
        print(scaled.mean())
      `;
    },
  },
  {
    name: 'positional-encoding',
    write(choice, wrong) {
      const model = choice.of([16, 32, 64]);
      const astray = choice.other([16, 24, 32, 48, 64], model);
      const length = choice.int(5, 30);
      return program`
        import torch
        import torch.nn as nn


        class Embedded(nn.Module):
            def __init__(self, vocabulary, d_model, max_len=100):
                super().__init__()
                self.tokens = nn.Embedding(vocabulary, d_model)
                self.positions = nn.Parameter(torch.zeros(1, max_len, ${wrong ? astray : 'd_model'}))

            def forward(self, ids):
                x = self.tokens(ids)
                return x + self.positions[:, :x.size(1)]


        embed = Embedded(${choice.int(50, 900)}, ${model})
        ids = torch.randint(0, 50, (4, ${length}))
        print(embed(ids).shape)
      `;
    },
  },
];
