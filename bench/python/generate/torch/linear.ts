import type { Family } from '../family';
import { program } from '../program';

const widths = [8, 12, 16, 20, 24, 32, 48, 64, 96, 128, 200, 256];

/** Layers of units whose numbers of features don't follow each other. */
export const linearFamilies: readonly Family[] = [
  {
    name: 'sequential-features',
    write(choice, wrong) {
      const [inputs, first, second, astray] = choice.some(widths, 4);
      const classes = choice.int(2, 10);
      const relu = choice.of(['ReLU', 'Tanh', 'Sigmoid', 'LeakyReLU']);
      return program`
        import torch
        from torch import nn

        model = nn.Sequential(
            nn.Linear(${inputs}, ${first}),
            nn.${relu}(),
            nn.Linear(${wrong ? astray : first}, ${second}),
            nn.${relu}(),
            nn.Linear(${second}, ${classes}),
        )

        x = torch.randn(${choice.int(2, 64)}, ${inputs})
        scores = model(x)
        print(scores.argmax(dim=1))
      `;
    },
  },
  {
    name: 'module-features',
    write(choice, wrong) {
      const [inputs, hidden, astray] = choice.some(widths, 3);
      const classes = choice.int(2, 12);
      const batch = choice.int(4, 100);
      const net = choice.of(['Net', 'Classifier', 'MLP', 'FeedForward']);
      return program`
        import torch
        import torch.nn as nn
        import torch.nn.functional as F


        class ${net}(nn.Module):
            def __init__(self):
                super().__init__()
                self.fc1 = nn.Linear(${inputs}, ${hidden})
                self.fc2 = nn.Linear(${wrong ? astray : hidden}, ${classes})

            def forward(self, x):
                x = F.relu(self.fc1(x))
                return self.fc2(x)


        net = ${net}()
        inputs = torch.rand(${batch}, ${inputs})
        labels = torch.randint(0, ${classes}, (${batch},))
        outputs = net(inputs)
        loss = nn.CrossEntropyLoss()(outputs, labels)
        loss.backward()
      `;
    },
  },
  {
    name: 'unflattened-images',
    write(choice, wrong) {
      const side = choice.of([8, 14, 16, 28, 32]);
      const hidden = choice.of(widths);
      const batch = choice.int(2, 32);
      return program`
        import torch
        from torch import nn


        class ImageClassifier(nn.Module):
            def __init__(self, hidden=${hidden}):
                super(ImageClassifier, self).__init__()
                self.hidden = nn.Linear(${side} * ${side}, hidden)
                self.out = nn.Linear(hidden, 10)

            def forward(self, images):
                x = ${wrong ? 'images' : 'images.view(images.size(0), -1)'}
                x = torch.relu(self.hidden(x))
                return self.out(x)


        model = ImageClassifier()
        images = torch.rand(${batch}, 1, ${side}, ${side})
        print(model(images).shape)
      `;
    },
  },
  {
    name: 'autoencoder-code',
    write(choice, wrong) {
      const [inputs, middle, code, astray] = choice.some(widths, 4);
      return program`
        import torch
        import torch.nn as nn

        class AutoEncoder(nn.Module):
            def __init__(self, n_in, n_code):
                super().__init__()
                self.encoder = nn.Sequential(nn.Linear(n_in, ${middle}), nn.ReLU(), nn.Linear(${middle}, n_code))
                self.decoder = nn.Sequential(nn.Linear(${wrong ? astray : 'n_code'}, ${middle}), nn.ReLU(), nn.Linear(${middle}, n_in))

            def forward(self, x):
                code = self.encoder(x)
                return self.decoder(code)

        data = torch.rand(${choice.int(10, 200)}, ${inputs})
        model = AutoEncoder(${inputs}, ${code})
        rebuilt = model(data)
        loss = ((rebuilt - data) ** 2).mean()
        print(loss.item())
      `;
    },
  },
];
