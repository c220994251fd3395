import type { Family } from '../family';
import { program } from '../program';

/** Losses, and layers that normalise. */
export const lossFamilies: readonly Family[] = [
  {
    name: 'cross-entropy-batch',
    write(choice, wrong) {
      const batch = choice.int(8, 64);
      const classes = choice.int(3, 12);
      return program`
        import torch
        import torch.nn as nn

        criterion = nn.CrossEntropyLoss()
        logits = torch.randn(${batch}, ${classes}, requires_grad=True)
        target = torch.randint(0, ${classes}, (${wrong ? batch - choice.int(1, 4) : batch},))
        loss = criterion(logits, target)
        loss.backward()
      `;
    },
  },
  {
    name: 'bce-column',
    write(choice, wrong) {
      const features = choice.int(3, 20);
      const batch = choice.int(5, 50);
      return program`
        import torch
        import torch.nn as nn

        model = nn.Sequential(nn.Linear(${features}, 8), nn.ReLU(), nn.Linear(8, 1), nn.Sigmoid())
        loss_fn = nn.BCELoss()
        X = torch.rand(${batch}, ${features})
        y = torch.randint(0, 2, (${batch},)).float()
        output = model(X)
        loss = loss_fn(${wrong ? 'output, y' : 'output.squeeze(1), y'})
        print(loss.item())
      `;
    },
  },
  {
    name: 'mse-sizes',
    write(choice, wrong) {
      const [outputs, astray] = choice.some([2, 3, 4, 6], 2);
      const batch = choice.of([7, 9, 11]);
      return program`
        import torch
        import torch.nn as nn
        import torch.nn.functional as F

        layer = nn.Linear(5, ${outputs})
        x = torch.randn(${batch}, 5)
        target = torch.randn(${batch}, ${wrong ? astray : outputs})
        loss = F.mse_loss(layer(x), target)
        print(loss)
      `;
    },
  },
  {
    name: 'sequence-cross-entropy',
    write(choice, wrong) {
      const [batch, length, vocabulary] = [choice.int(2, 6), choice.int(7, 12), choice.int(20, 60)];
      return program`
        import torch
        import torch.nn.functional as F

        logits = torch.randn(${batch}, ${length}, ${vocabulary})
        targets = torch.randint(0, ${length}, (${batch}, ${length}))
        loss = F.cross_entropy(${wrong ? 'logits, targets' : `logits.view(-1, ${vocabulary}), targets.view(-1)`})
        print(float(loss))
      `;
    },
  },
  {
    name: 'batch-norm-features',
    write(choice, wrong) {
      const [channels, astray] = choice.some([4, 8, 16, 24, 32], 2);
      return program`
        import torch
        from torch import nn

        block = nn.Sequential(
            nn.Conv2d(3, ${channels}, 3),
            nn.BatchNorm2d(${wrong ? astray : channels}),
            nn.ReLU(inplace=True),
        )
        y = block(torch.rand(${choice.int(2, 8)}, 3, 12, 12))
        print(y.shape)
      `;
    },
  },
  {
    name: 'layer-norm-shape',
    write(choice, wrong) {
      const [width, astray] = choice.some([10, 20, 30, 40], 2);
      return program`
        import torch
        import torch.nn as nn

        norm = nn.LayerNorm(${wrong ? astray : width})
        tokens = torch.randn(${choice.int(2, 5)}, ${choice.int(6, 9)}, ${width})
        print(norm(tokens).std())
      `;
    },
  },
];
