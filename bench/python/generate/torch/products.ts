import type { Family } from '../family';
import { program } from '../program';

/** Products of matrices, alone, in batches and by einsum; attention. */
export const productFamilies: readonly Family[] = [
  {
    name: 'matmul-transpose',
    write(choice, wrong) {
      const [rows, inner, columns] = choice.some([3, 4, 5, 7, 10, 12], 3);
      const times = choice.of(['A @ B', 'torch.matmul(A, B)', 'torch.mm(A, B)', 'A.matmul(B)']);
      return program`
        import torch

        A = torch.randn(${rows}, ${inner})
        B = torch.randn(${wrong ? `${columns}, ${inner}` : `${inner}, ${columns}`})
        C = ${times}
        print(C.trace())
      `;
    },
  },
  {
    name: 'attention-scores',
    write(choice, wrong) {
      const [length, depth] = choice.some([6, 9, 16, 20, 32], 2);
      return program`
        import math
        import torch
        import torch.nn.functional as F


        def attention(query, key, value):
            d_k = query.size(-1)
            scores = torch.matmul(query, ${wrong ? 'key' : 'key.transpose(-2, -1)'}) / math.sqrt(d_k)
            weights = F.softmax(scores, dim=-1)
            return torch.matmul(weights, value)


        q = torch.randn(${choice.int(2, 8)}, ${choice.int(2, 4)}, ${length}, ${depth})
        result = attention(q, q, q)
        print(result.shape)
      `;
    },
  },
  {
    name: 'bmm-rank',
    write(choice, wrong) {
      const [rows, inner] = choice.some([4, 6, 8, 11], 2);
      const batch = choice.int(2, 9);
      return program`
        import torch

        batch = torch.rand(${batch}, ${rows}, ${inner})
        weight = torch.rand(${inner}, ${rows})
        ${wrong ? '' : `weight = weight.unsqueeze(0).expand(${batch}, -1, -1)`}
        out = torch.bmm(batch, weight)
        print(out.mean(dim=0))
      `;
    },
  },
  {
    name: 'einsum-sizes',
    write(choice, wrong) {
      const [depth, astray] = choice.some([8, 12, 16, 24], 2);
      const length = choice.int(4, 10);
      return program`
        import torch

        queries = torch.randn(2, ${length}, ${depth})
        keys = torch.randn(2, ${length + 3}, ${wrong ? astray : depth})
        scores = torch.einsum('bqd,bkd->bqk', queries, keys)
        print(scores.softmax(dim=-1).sum())
      `;
    },
  },
  {
    name: 'linear-regression-step',
    write(choice, wrong) {
      const features = choice.int(2, 9);
      const samples = choice.int(20, 90);
      return program`
        import torch

        X = torch.randn(${samples}, ${features})
        y = torch.randn(${samples}, 1)
        w = torch.zeros(${wrong ? `1, ${features}` : `${features}, 1`}, requires_grad=True)

        for epoch in range(3):
            prediction = X @ w
            loss = ((prediction - y) ** 2).mean()
            loss.backward()
            with torch.no_grad():
                w -= 0.1 * w.grad
                w.grad.zero_()
      `;
    },
  },
  {
    name: 'multihead-width',
    write(choice, wrong) {
      const width = choice.of([16, 32, 64]);
      const astray = choice.other([16, 32, 64, 48], width);
      return program`
        import torch
        import torch.nn as nn

        class Block(nn.Module):
            def __init__(self, width):
                super().__init__()
                self.attention = nn.MultiheadAttention(width, 4, batch_first=True)
                self.norm = nn.LayerNorm(width)

            def forward(self, x):
                attended, _ = self.attention(x, x, x)
                return self.norm(x + attended)

        block = Block(${wrong ? astray : width})
        x = torch.randn(3, ${choice.int(5, 12)}, ${width})
        print(block(x).shape)
      `;
    },
  },
];
