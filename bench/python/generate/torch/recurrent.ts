import type { Family } from '../family';
import { program } from '../program';

const sizes = [5, 8, 10, 12, 16, 20, 25, 32];

/** Sequences through recurrent layers, and words through embeddings. */
export const recurrentFamilies: readonly Family[] = [
  {
    name: 'lstm-input',
    write(choice, wrong) {
      const [inputs, hidden, astray] = choice.some(sizes, 3);
      return program`
        import torch
        import torch.nn as nn

        lstm = nn.${choice.of(['LSTM', 'GRU', 'RNN'])}(input_size=${wrong ? astray : inputs}, hidden_size=${hidden}, batch_first=True)
        sequence = torch.randn(${choice.int(2, 8)}, ${choice.int(9, 15)}, ${inputs})
        output, state = lstm(sequence)
        print(output[:, -1].shape)
      `;
    },
  },
  {
    name: 'bidirectional-head',
    write(choice, wrong) {
      const [embedded, hidden] = choice.some(sizes, 2);
      return program`
        import torch
        import torch.nn as nn


        class Tagger(nn.Module):
            def __init__(self, vocab_size, embedding_dim, hidden_dim, n_tags):
                super().__init__()
                self.embedding = nn.Embedding(vocab_size, embedding_dim)
                self.lstm = nn.LSTM(embedding_dim, hidden_dim, bidirectional=True, batch_first=True)
                self.tag = nn.Linear(${wrong ? 'hidden_dim' : 'hidden_dim * 2'}, n_tags)

            def forward(self, sentence):
                x = self.embedding(sentence)
                out, _ = self.lstm(x)
                return self.tag(out)


        model = Tagger(${choice.int(100, 900)}, ${embedded}, ${hidden}, ${choice.int(3, 9)})
        words = torch.randint(0, 100, (${choice.int(2, 6)}, ${choice.int(4, 20)}))
        print(model(words).shape)
      `;
    },
  },
  {
    name: 'hidden-state',
    write(choice, wrong) {
      const [inputs, hidden] = choice.some(sizes, 2);
      const batch = choice.int(3, 9);
      const layers = choice.int(1, 2);
      return program`
        import torch
        from torch import nn

        rnn = nn.GRU(${inputs}, ${hidden}, num_layers=${layers})
        x = torch.randn(${choice.int(10, 14)}, ${batch}, ${inputs})
        h0 = torch.zeros(${wrong ? `${batch}, ${layers}` : `${layers}, ${batch}`}, ${hidden})
        out, hn = rnn(x, h0)
        print(out.shape, hn.shape)
      `;
    },
  },
  {
    name: 'cell-step',
    write(choice, wrong) {
      const [inputs, hidden, astray] = choice.some(sizes, 3);
      const batch = choice.int(2, 7);
      return program`
        import torch
        import torch.nn as nn

        class CharRNN(nn.Module):
            def __init__(self, input_size, hidden_size, output_size):
                super(CharRNN, self).__init__()
                self.hidden_size = hidden_size
                self.i2h = nn.Linear(${wrong ? choice.of(['input_size', 'hidden_size']) : 'input_size + hidden_size'}, hidden_size)
                self.i2o = nn.Linear(input_size + hidden_size, output_size)

            def forward(self, input, hidden):
                combined = torch.cat((input, hidden), 1)
                hidden = self.i2h(combined)
                output = self.i2o(combined)
                return output, hidden

        rnn = CharRNN(${inputs}, ${hidden}, ${astray})
        hidden = torch.zeros(${batch}, ${hidden})
        output, hidden = rnn(torch.zeros(${batch}, ${inputs}), hidden)
        print(output.shape)
      `;
    },
  },
];
