import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/core/analyze';
import { checkPython } from '../../src/python/checkPython';
import { findModels } from '../../src/python/models/findModels';
import { networkOf } from '../../src/python/models/networkOf';
import { openParser } from './openParser';

async function modelsIn(text: string) {
  const { module } = (await openParser()).open(text);
  return findModels(module, checkPython(module));
}

/** The network of the only model: its layers a line each, or the sentence that says why there is none. */
async function network(text: string): Promise<string[] | string> {
  const models = await modelsIn(text);
  expect(models).toHaveLength(1);
  const made = networkOf(models[0]!, 'a.py');
  if ('fault' in made) return made.fault;
  const { network, problems } = analyze(made.text);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return network!.layers.map(({ id, type, inputs, fields }) => {
    const told = Object.entries(fields ?? {}).filter(([name]) => name !== 'initializer');
    return [
      id,
      type,
      JSON.stringify(Object.fromEntries(told)),
      ...(inputs?.length ? [`← ${inputs.join(', ')}`] : []),
    ].join(' ');
  });
}

const keras = `from tensorflow.keras.models import Sequential, Model
from tensorflow.keras.layers import *
`;

describe('the network of a model', () => {
  it('of Keras, from a list of layers', async () => {
    expect(
      await network(`from tensorflow import keras
units = 2 * 64
model = keras.Sequential([
    keras.layers.Flatten(input_shape=(28, 28)),
    keras.layers.Dense(units, activation='relu'),
    keras.layers.Dense(10, activation='softmax', use_bias=False),
])
`),
    ).toMatchInlineSnapshot(`
      [
        "input input {"shape":[28,28]}",
        "flatten flatten {} ← input",
        "hidden dense {"units":128,"activation":"relu","bias":true,"frozen":false,"learningRateFactor":1} ← flatten",
        "output dense {"units":10,"activation":"softmax","bias":false,"frozen":false,"learningRateFactor":1} ← hidden",
      ]
    `);
  });

  it('of Keras, from layers that are added one by one', async () => {
    expect(
      await network(`${keras}model = Sequential()
model.add(Dense(12, input_dim=8))
model.add(Activation('relu'))
model.add(Dense(1, activation='sigmoid', name='probability'))
model.compile(loss='binary_crossentropy')
`),
    ).toMatchInlineSnapshot(`
      [
        "input input {"shape":[8]}",
        "hidden dense {"units":12,"activation":"relu","bias":true,"frozen":false,"learningRateFactor":1} ← input",
        "probability dense {"units":1,"activation":"sigmoid","bias":true,"frozen":false,"learningRateFactor":1} ← hidden",
      ]
    `);
  });

  it('of Keras, from layers that are called on each other', async () => {
    expect(
      await network(`${keras}inputs = Input(shape=(20,))
x = Dense(8, activation='relu')(inputs)
y = Dense(8, activation='tanh')(x)
z = add([x, y])
outputs = Dense(1)(z)
unused = Dense(3)(x)
net = Model(inputs, outputs)
`),
    ).toMatchInlineSnapshot(`
      [
        "input input {"shape":[20]}",
        "hidden1 dense {"units":8,"activation":"relu","bias":true,"frozen":false,"learningRateFactor":1} ← input",
        "hidden2 dense {"units":8,"activation":"tanh","bias":true,"frozen":false,"learningRateFactor":1} ← hidden1",
        "add add {} ← hidden1, hidden2",
        "output dense {"units":1,"activation":"linear","bias":true,"frozen":false,"learningRateFactor":1} ← add",
      ]
    `);
  });

  it('of PyTorch, with activations as modules', async () => {
    expect(
      await network(`import torch.nn as nn
hidden = 128
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            nn.Flatten(),
            nn.Linear(784, hidden),
            nn.LeakyReLU(),
            nn.Linear(128, 10, bias=False),
        ).to('cpu')
`),
    ).toMatchInlineSnapshot(`
      [
        "input input {"shape":[784]}",
        "flatten flatten {} ← input",
        "hidden dense {"units":128,"activation":"leaky-relu","bias":true,"frozen":false,"learningRateFactor":1} ← flatten",
        "output dense {"units":10,"activation":"linear","bias":false,"frozen":false,"learningRateFactor":1} ← hidden",
      ]
    `);
  });

  it('of Keras, joined in every way, with activations by themselves', async () => {
    expect(
      await network(`from keras import Input, Model
from keras.layers import ELU, Activation, Add, Average, Concatenate, Dense, Multiply, maximum
i = Input((4,))
a = Dense(3, activation='swish')(i)
b = Dense(3, activation='hard_silu')(i)
c = Multiply()([a, b])
d = maximum([a, c])
e = Average()([c, d])
f = Activation('gelu')(Add()([d, e]))
g = Concatenate(axis=1)([f, a])
model = Model(i, Dense(1)(ELU()(g)))
`),
    ).toMatchInlineSnapshot(`
      [
        "input input {"shape":[4]}",
        "hidden1 dense {"units":3,"activation":"silu","bias":true,"frozen":false,"learningRateFactor":1} ← input",
        "hidden2 dense {"units":3,"activation":"hard-swish","bias":true,"frozen":false,"learningRateFactor":1} ← input",
        "multiply multiply {} ← hidden1, hidden2",
        "maximum maximum {} ← hidden1, multiply",
        "average average {} ← multiply, maximum",
        "add add {} ← maximum, average",
        "activation1 activation {"activation":"gelu"} ← add",
        "concatenate concatenate {"axis":0} ← activation1, hidden1",
        "activation2 activation {"activation":"elu"} ← concatenate",
        "output dense {"units":1,"activation":"linear","bias":true,"frozen":false,"learningRateFactor":1} ← activation2",
      ]
    `);
  });

  it('of PyTorch, with each activation that the designer has', async () => {
    expect(
      await network(`from torch import nn
model = nn.Sequential(nn.Linear(4, 3), nn.ELU(), nn.GELU(), nn.SiLU(inplace=True), nn.Softplus(), nn.Hardswish(), nn.Linear(3, 1))
`),
    ).toMatchInlineSnapshot(`
      [
        "input input {"shape":[4]}",
        "hidden dense {"units":3,"activation":"elu","bias":true,"frozen":false,"learningRateFactor":1} ← input",
        "activation1 activation {"activation":"gelu"} ← hidden",
        "activation2 activation {"activation":"silu"} ← activation1",
        "activation3 activation {"activation":"softplus"} ← activation2",
        "activation4 activation {"activation":"hard-swish"} ← activation3",
        "output dense {"units":1,"activation":"linear","bias":true,"frozen":false,"learningRateFactor":1} ← activation4",
      ]
    `);
  });

  it('of PyTorch, from named layers', async () => {
    expect(
      await network(`from torch import nn
from collections import OrderedDict
model = nn.Sequential(OrderedDict([('fc1', nn.Linear(4, 3)), ('act', nn.Tanh()), ('out', nn.Linear(3, 1))]))
`),
    ).toMatchInlineSnapshot(`
      [
        "input input {"shape":[4]}",
        "fc1 dense {"units":3,"activation":"tanh","bias":true,"frozen":false,"learningRateFactor":1} ← input",
        "out dense {"units":1,"activation":"linear","bias":true,"frozen":false,"learningRateFactor":1} ← fc1",
      ]
    `);
  });
});

describe('what a layer is given', () => {
  it('is read by place as by name, and its defaults may be written out', async () => {
    expect(
      await network(`${keras}a = Input((4,), name='pixels', dtype='float32')
b = Dense(8, 'tanh', False, kernel_regularizer=None, trainable=True)(a)
c = Dense(6, activation=None, use_bias=True, bias_initializer='zeros')(b)
d = concatenate([b, c], axis=-1)
e = Flatten(data_format='channels_last', name='flat')(d)
model = Model(a, Dense(2, 'linear')(e))
`),
    ).toMatchInlineSnapshot(`
      [
        "input input {"shape":[4]}",
        "hidden1 dense {"units":8,"activation":"tanh","bias":false,"frozen":false,"learningRateFactor":1} ← input",
        "hidden2 dense {"units":6,"activation":"linear","bias":true,"frozen":false,"learningRateFactor":1} ← hidden1",
        "concatenate concatenate {"axis":-1} ← hidden1, hidden2",
        "flat flatten {} ← concatenate",
        "output dense {"units":2,"activation":"linear","bias":true,"frozen":false,"learningRateFactor":1} ← flat",
      ]
    `);
    expect(
      await network(`import torch
from torch import nn
model = nn.Sequential(
    nn.Flatten(1, -1),
    nn.Linear(out_features=5, in_features=4, bias=True, dtype=torch.float32),
    nn.ReLU(inplace=True),
    nn.Linear(5, 3, False),
    nn.Softmax(dim=-1),
)
`),
    ).toMatchInlineSnapshot(`
      [
        "input input {"shape":[4]}",
        "flatten flatten {} ← input",
        "hidden dense {"units":5,"activation":"relu","bias":true,"frozen":false,"learningRateFactor":1} ← flatten",
        "output dense {"units":3,"activation":"softmax","bias":false,"frozen":false,"learningRateFactor":1} ← hidden",
      ]
    `);
  });

  it.each([
    ['elu', 'elu', 'nn.ELU()'],
    ['gelu', 'gelu', 'nn.GELU()'],
    ['swish', 'silu', 'nn.SiLU()'],
    ['softplus', 'softplus', 'nn.Softplus()'],
    ['hard_silu', 'hard-swish', 'nn.Hardswish()'],
  ])('gives %s its name in the designer, %s', async (ofKeras, name, ofTorch) => {
    const hidden = expect.stringContaining(`"activation":"${name}"`);
    const before = [expect.anything(), hidden, expect.anything()];
    expect(
      await network(`${keras}model = Sequential([Dense(4, '${ofKeras}', input_dim=3), Dense(1)])`),
    ).toEqual(before);
    expect(
      await network(
        `import torch.nn as nn\nmodel = nn.Sequential(nn.Linear(3, 4), ${ofTorch}, nn.Linear(4, 1))`,
      ),
    ).toEqual(before);
  });

  it('is left out where it only says how training starts, which the file tells', async () => {
    const [model] = await modelsIn(`${keras}model = Sequential([
    Dense(4, kernel_initializer='lecun_normal', bias_initializer='ones', input_dim=3),
    Dense(2, kernel_initializer='he_normal'),
])
`);
    const made = networkOf(model!, 'a.py');
    expect('text' in made && made.text).toMatchInlineSnapshot(`
      "{
        // made from the model model in a.py
        "name": "model",
        "layers": [
          { "id": "input", "type": "input", "shape": [3] },
          // of Dense is left out: kernel_initializer "lecun_normal", bias_initializer "ones"
          { "id": "hidden", "type": "dense", "units": 4 },
          { "id": "output", "type": "dense", "units": 2, "initializer": "he" }
        ]
      }
      "
    `);
    expect('text' in made && analyze(made.text).network?.layers).toHaveLength(3);
  });
});

describe('a model that can’t be drawn says why', () => {
  it.each<readonly [name: string, text: string, fault: string]>([
    [
      'a layer that network files don’t know',
      `${keras}model = Sequential([Conv3D(8, 3), Dense(2)])`,
      'The designer doesn’t know layers of the kind Conv3D yet.',
    ],
    [
      'an activation that they don’t know',
      `${keras}model = Sequential([Dense(2, activation='mish')])`,
      'The designer has no Dense with activation "mish".',
    ],
    [
      'units that aren’t known',
      `${keras}model = Sequential([Dense(int(input()))])`,
      'Dense can’t be drawn, because its units can’t be read from the code.',
    ],
    [
      'layers in a loop',
      `${keras}model = Sequential()\nfor i in range(3):\n    model.add(Dense(4))\n`,
      'A layer is added in a branch or a loop, so the layers can’t be read from the code.',
    ],
    [
      'something that isn’t a layer',
      `${keras}model = Sequential([make_layer()])`,
      'This layer can’t be read from the code.',
    ],
    [
      'layers behind a star',
      `import torch.nn as nn\nmodel = nn.Sequential(*layers)`,
      'The layers behind * can’t be read from the code.',
    ],
    [
      'a layer that is called twice',
      `${keras}i = Input((4,))\nd = Dense(4)\nmodel = Model(i, d(d(i)))`,
      'A layer that is called twice shares its weights, which can’t be drawn.',
    ],
    [
      'an activation of its own that they don’t know',
      `${keras}model = Sequential([Flatten(), Activation('snake'), Dense(1)])`,
      'The designer has no Activation with activation "snake".',
    ],
    [
      'a GELU that isn’t the exact one',
      `from torch import nn\nmodel = nn.Sequential(nn.Linear(3, 2), nn.GELU(approximate='tanh'))`,
      'The designer has no GELU with approximate "tanh".',
    ],
    ...(
      [
        [
          'Flatten with its start_dim',
          'nn.Flatten(start_dim=2)',
          'The designer has no Flatten with start_dim 2.',
        ],
        [
          'Flatten with its start_dim by place',
          'nn.Flatten(0)',
          'The designer has no Flatten with start_dim 0.',
        ],
        [
          'Flatten whose start_dim isn’t known',
          'nn.Flatten(int(input()))',
          'The designer has no Flatten with start_dim.',
        ],
        ['Softmax over the examples', 'nn.Softmax(dim=0)', 'The designer has no Softmax with dim 0.'],
        [
          'a bias that isn’t known',
          'nn.Linear(4, 2, flag)',
          'Linear can’t be drawn, because its bias can’t be read from the code.',
        ],
        [
          'another type of numbers',
          'nn.Linear(4, 2, dtype=torch.float16)',
          'The designer has no Linear with dtype "float16".',
        ],
        [
          'a setting that PyTorch hasn’t either',
          'nn.Linear(4, 2, width=3)',
          'The designer has no Linear with width.',
        ],
        [
          'another formula',
          "nn.GELU(approximate='tanh')",
          'The designer has no GELU with approximate "tanh".',
        ],
        [
          'too many settings',
          'nn.Linear(4, 2, True, 5)',
          'The designer has no Linear with 4 arguments without a name.',
        ],
        [
          'a class that isn’t known',
          'nn.Bilinear(4, 2, 3)',
          'The designer doesn’t know layers of the kind Bilinear yet.',
        ],
      ] as const
    ).map(
      ([name, layer, fault]) =>
        [
          `${name}, of PyTorch`,
          `import torch\nimport torch.nn as nn\nmodel = nn.Sequential(nn.Linear(3, 4), ${layer})`,
          fault,
        ] as const,
    ),
    ...(
      [
        [
          'a regularizer',
          'Dense(2, kernel_regularizer=l2(0.01))',
          'The designer has no Dense with kernel_regularizer.',
        ],
        [
          'a regularizer by its old name',
          "Dense(2, W_regularizer='l2')",
          'The designer has no Dense with W_regularizer "l2".',
        ],
        ['a frozen layer', 'Dense(2, trainable=False)', 'The designer has no Dense with trainable False.'],
        [
          'channels that come first',
          "Flatten(data_format='channels_first')",
          'The designer has no Flatten with data_format "channels_first".',
        ],
        ['a cut-off', 'ReLU(max_value=6)', 'The designer has no ReLU with max_value 6.'],
        ['a slope', 'LeakyReLU()', 'LeakyReLU can’t be drawn: the designer’s has a slope of 0.01.'],
        [
          'a slope of its own, by a text',
          "Dense(2, activation='leaky_relu')",
          'The designer has no Dense with activation "leaky_relu".',
        ],
        ['an axis', 'Softmax(axis=1)', 'The designer has no Softmax with axis 1.'],
      ] as const
    ).map(
      ([name, layer, fault]) =>
        [`${name}, of Keras`, `${keras}model = Sequential([Dense(3), ${layer}])`, fault] as const,
    ),
    [
      'what is joined along the examples',
      `${keras}a = Input((4,))\nb = Dense(4)(a)\nmodel = Model(a, Dense(1)(Concatenate(axis=0)([a, b])))`,
      'The designer has no Concatenate with axis 0.',
    ],
    [
      'what the function joins along the examples',
      `${keras}a = Input((4,))\nb = Dense(4)(a)\nmodel = Model(a, Dense(1)(concatenate([a, b], axis=0)))`,
      'The designer has no concatenate with axis 0.',
    ],
    ['no layers', `${keras}model = Sequential()`, 'The model has no layers yet.'],
    [
      'an output that isn’t known',
      `${keras}model = Model(a, b)`,
      'What a layer is called on can’t be read from the code.',
    ],
  ])('%s', async (_, text, fault) => {
    expect(await network(text)).toBe(fault);
  });
});

describe('what makes no model', () => {
  it('is left alone: another Sequential, no Sequential', async () => {
    expect(await modelsIn('Sequential = list\nmodel = Sequential([1, 2])')).toEqual([]);
    expect(await modelsIn('class Model: pass\nmodel = Model(1, 2)')).toEqual([]);
    expect(await modelsIn('x = 1')).toEqual([]);
  });

  it('is read from text of any kind', async () => {
    for (const text of [
      `${keras}model = Sequential([`,
      `${keras}model = Model(`,
      `${keras}Sequential().add(`,
    ]) {
      for (const model of await modelsIn(text)) networkOf(model, 'a.py');
    }
  });
});
