import type { Family } from '../family';
import { program } from '../program';

/** view, reshape, permute and their like. */
export const reshapingFamilies: readonly Family[] = [
  {
    name: 'view-size',
    write(choice, wrong) {
      const [rows, columns] = [choice.int(3, 9), choice.int(4, 12)];
      const groups = choice.of([2, 4]);
      return program`
        import torch

        x = torch.arange(${rows * columns * groups}).float()
        table = x.${choice.of(['view', 'reshape'])}(${rows}, ${wrong ? columns * groups + 1 : columns * groups})
        print(table.sum(dim=0))
      `;
    },
  },
  {
    name: 'view-minus-one',
    write(choice, wrong) {
      const channels = choice.of([8, 16, 32]);
      const side = choice.of([5, 6, 7]);
      const batch = choice.of([2, 4, 8]);
      const astray = side + 2;
      return program`
        import torch
        import torch.nn as nn

        pool = nn.AdaptiveAvgPool2d((${side}, ${side}))
        maps = torch.randn(${batch}, ${channels}, 20, 20)
        x = pool(maps)
        flat = x.view(-1, ${channels} * ${wrong ? `${astray} * ${astray}` : `${side} * ${side}`})
        print(flat.shape)
      `;
    },
  },
  {
    name: 'permute-rank',
    write(choice, wrong) {
      const [a, b, c] = [choice.int(2, 9), choice.int(2, 9), choice.int(2, 9)];
      return program`
        import torch

        video = torch.rand(${a}, ${b}, ${c})
        moved = video.permute(${wrong ? choice.of(['0, 2, 3, 1', '1, 0']) : '2, 0, 1'})
        print(moved.contiguous().size())
      `;
    },
  },
  {
    name: 'heads-split',
    write(choice, wrong) {
      const heads = choice.of([3, 4, 6, 8]);
      const each = choice.of([8, 10, 16]);
      const model = heads * each;
      const length = choice.int(5, 17);
      return program`
        import torch
        import torch.nn as nn


        class Heads(nn.Module):
            def __init__(self, d_model, n_heads):
                super().__init__()
                self.n_heads = n_heads
                self.d_head = d_model // n_heads
                self.query = nn.Linear(d_model, d_model)

            def forward(self, x):
                batch, length, _ = x.shape
                q = self.query(x)
                q = q.view(batch, length, self.n_heads, ${wrong ? `self.d_head + ${choice.int(1, 4)}` : 'self.d_head'})
                return q.transpose(1, 2)


        heads = Heads(${model}, ${heads})
        print(heads(torch.randn(2, ${length}, ${model})).shape)
      `;
    },
  },
  {
    name: 'expand-size',
    write(choice, wrong) {
      const [rows, columns] = choice.some([3, 4, 5, 7, 9], 2);
      return program`
        import torch

        weights = torch.rand(${rows}${wrong ? '' : ', 1'})
        grid = weights.expand(${rows}, ${columns})
        print(grid.sum())
      `;
    },
  },
  {
    name: 'squeezed-away',
    write(choice, wrong) {
      const batch = choice.int(2, 12);
      const length = choice.int(3, 20);
      return program`
        import torch

        hidden = torch.randn(1, ${batch}, ${length})
        last = hidden.squeeze(0)
        top, where = last.topk(2, dim=${wrong ? 2 : 1})
        print(top, where)
      `;
    },
  },
  {
    name: 'rows-assigned',
    write(choice, wrong) {
      const [rows, columns] = [choice.int(4, 9), choice.int(3, 8)];
      return program`
        import torch

        memory = torch.zeros(${rows}, ${columns})
        state = torch.rand(${wrong ? columns + choice.int(1, 3) : columns})
        for step in range(${rows}):
            memory[step] = state * step
        print(memory)
      `;
    },
  },
];
