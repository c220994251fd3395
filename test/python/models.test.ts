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
        "hidden dense {"units":128,"activation":"relu","bias":true} ← flatten",
        "output dense {"units":10,"activation":"softmax","bias":false} ← hidden",
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
        "hidden dense {"units":12,"activation":"relu","bias":true} ← input",
        "probability dense {"units":1,"activation":"sigmoid","bias":true} ← hidden",
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
        "hidden1 dense {"units":8,"activation":"relu","bias":true} ← input",
        "hidden2 dense {"units":8,"activation":"tanh","bias":true} ← hidden1",
        "add add {} ← hidden1, hidden2",
        "output dense {"units":1,"activation":"linear","bias":true} ← add",
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
        "hidden dense {"units":128,"activation":"leaky-relu","bias":true} ← flatten",
        "output dense {"units":10,"activation":"linear","bias":false} ← hidden",
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
        "fc1 dense {"units":3,"activation":"tanh","bias":true} ← input",
        "out dense {"units":1,"activation":"linear","bias":true} ← fc1",
      ]
    `);
  });
});

describe('a model that can’t be drawn says why', () => {
  it.each([
    [
      'a layer that network files don’t know',
      `${keras}model = Sequential([Conv3D(8, 3), Dense(2)])`,
      'The designer doesn’t know layers of the kind Conv3D yet.',
    ],
    [
      'an activation that they don’t know',
      `${keras}model = Sequential([Dense(2, activation='gelu')])`,
      'The designer has no Dense with activation "gelu".',
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
      'an activation that follows no dense layer',
      `${keras}model = Sequential([Flatten(), ReLU()])`,
      'An activation can only be drawn right behind a dense layer.',
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
