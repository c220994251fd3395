import type { Family } from '../family';
import { program } from '../program';

const channels = [4, 6, 8, 10, 12, 16, 20, 24, 32, 64];

/** Images through convolutions. */
export const convolutionFamilies: readonly Family[] = [
  {
    name: 'conv-channels',
    write(choice, wrong) {
      const [first, second, astray] = choice.some(channels, 3);
      const side = choice.int(16, 48);
      return program`
        import torch
        import torch.nn as nn


        class ConvNet(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv1 = nn.Conv2d(3, ${first}, kernel_size=3, padding=1)
                self.conv2 = nn.Conv2d(${wrong ? astray : first}, ${second}, kernel_size=3, padding=1)
                self.pool = nn.MaxPool2d(2)

            def forward(self, x):
                x = self.pool(torch.relu(self.conv1(x)))
                x = self.pool(torch.relu(self.conv2(x)))
                return x.mean(dim=(2, 3))


        net = ConvNet()
        batch = torch.randn(${choice.int(1, 16)}, 3, ${side}, ${side})
        features = net(batch)
        print(features.size())
      `;
    },
  },
  {
    name: 'flattened-features',
    write(choice, wrong) {
      const [first, second] = choice.some(channels, 2);
      const side = choice.of([28, 32]);
      const kernel = choice.of([3, 5]);
      const after = Math.floor((Math.floor((side - kernel + 1) / 2) - kernel + 1) / 2);
      const astray = wrong ? after + choice.of([-1, 1, 2]) : after;
      return program`
        import torch
        import torch.nn as nn
        import torch.nn.functional as F


        class LeNet(nn.Module):
            def __init__(self):
                super(LeNet, self).__init__()
                self.conv1 = nn.Conv2d(1, ${first}, ${kernel})
                self.conv2 = nn.Conv2d(${first}, ${second}, ${kernel})
                self.fc1 = nn.Linear(${second} * ${astray} * ${astray}, 120)
                self.fc2 = nn.Linear(120, 10)

            def forward(self, x):
                x = F.max_pool2d(F.relu(self.conv1(x)), 2)
                x = F.max_pool2d(F.relu(self.conv2(x)), 2)
                x = torch.flatten(x, 1)
                x = F.relu(self.fc1(x))
                return F.log_softmax(self.fc2(x), dim=1)


        model = LeNet()
        digits = torch.rand(${choice.int(2, 20)}, 1, ${side}, ${side})
        prediction = model(digits)
        print(prediction.max(1)[1])
      `;
    },
  },
  {
    name: 'channels-last',
    write(choice, wrong) {
      const side = choice.int(20, 64);
      const count = choice.of(channels);
      const images = `torch.rand(${choice.int(1, 8)}, ${side}, ${side}, 3)`;
      return program`
        import torch
        from torch import nn

        conv = nn.Conv2d(in_channels=3, out_channels=${count}, kernel_size=${choice.of([3, 5, 7])}, stride=2)
        images = ${wrong ? images : `${images}.permute(0, 3, 1, 2)`}
        maps = conv(images)
        print(maps.shape)
      `;
    },
  },
  {
    name: 'sequence-channels',
    write(choice, wrong) {
      const [features, filters] = choice.some(channels, 2);
      const length = choice.int(33, 80);
      return program`
        import torch
        import torch.nn as nn

        class SignalNet(nn.Module):
            def __init__(self, in_features):
                super().__init__()
                self.conv = nn.Conv1d(in_features, ${filters}, kernel_size=${choice.of([3, 5])})
                self.norm = nn.BatchNorm1d(${filters})

            def forward(self, signal):
                # signal is (batch, time, feature)
                ${wrong ? 'x = self.conv(signal)' : 'x = self.conv(signal.transpose(1, 2))'}
                return self.norm(x)

        net = SignalNet(${features})
        signal = torch.randn(${choice.int(2, 16)}, ${length}, ${features})
        print(net(signal).shape)
      `;
    },
  },
  {
    name: 'pooled-away',
    write(choice, wrong) {
      const count = choice.of(channels);
      const side = wrong ? choice.int(4, 6) : choice.int(24, 40);
      return program`
        import torch
        import torch.nn as nn

        features = nn.Sequential(
            nn.Conv2d(3, ${count}, 3),
            nn.ReLU(),
            nn.MaxPool2d(2),
        )
        head = nn.Conv2d(${count}, ${count * 2}, 5)

        x = torch.randn(${choice.int(1, 9)}, 3, ${side}, ${side})
        x = features(x)
        x = head(x)
        print(x.shape)
      `;
    },
  },
  {
    name: 'skip-connection',
    write(choice, wrong) {
      const [inner, outer] = choice.some(channels, 2) as [number, number];
      const side = 2 * choice.int(8, 24) + (wrong ? 1 : 0);
      return program`
        import torch
        import torch.nn as nn


        class TinyUNet(nn.Module):
            def __init__(self):
                super().__init__()
                self.down = nn.Conv2d(1, ${outer}, 3, padding=1)
                self.pool = nn.MaxPool2d(2, 2)
                self.middle = nn.Conv2d(${outer}, ${inner}, 3, padding=1)
                self.up = nn.ConvTranspose2d(${inner}, ${outer}, kernel_size=2, stride=2)
                self.last = nn.Conv2d(${outer * 2}, 1, 1)

            def forward(self, x):
                skip = torch.relu(self.down(x))
                y = self.middle(self.pool(skip))
                y = self.up(y)
                y = torch.cat([skip, y], dim=1)
                return self.last(y)


        net = TinyUNet()
        image = torch.rand(${choice.int(1, 6)}, 1, ${side}, ${side})
        mask = net(image)
        print(mask.shape)
      `;
    },
  },
  {
    name: 'residual-channels',
    write(choice, wrong) {
      const [inside, astray] = choice.some(channels, 2);
      return program`
        import torch
        from torch import nn

        class ResidualBlock(nn.Module):
            def __init__(self, in_channels, out_channels):
                super().__init__()
                self.conv1 = nn.Conv2d(in_channels, out_channels, 3, padding=1, bias=False)
                self.bn1 = nn.BatchNorm2d(out_channels)
                self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=1, bias=False)
                self.bn2 = nn.BatchNorm2d(out_channels)

            def forward(self, x):
                out = torch.relu(self.bn1(self.conv1(x)))
                out = self.bn2(self.conv2(out))
                out = out + x
                return torch.relu(out)

        block = ResidualBlock(${inside}, ${wrong ? astray : inside})
        x = torch.randn(${choice.int(1, 8)}, ${inside}, ${choice.int(7, 21)}, ${choice.int(7, 21)})
        print(block(x).shape)
      `;
    },
  },
];
