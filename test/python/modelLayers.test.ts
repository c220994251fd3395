import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/core/analyze';
import { checkPython } from '../../src/python/checkPython';
import { findModels } from '../../src/python/models/findModels';
import { networkOf } from '../../src/python/models/networkOf';
import { openParser } from './openParser';

async function read(text: string) {
  const { module } = (await openParser()).open(text);
  const report = checkPython(module);
  const [model] = findModels(module, report);
  return { made: networkOf(model!, 'a.py'), report };
}

/** The layers behind the input of a PyTorch model, as a network file has them; or why there are none. */
async function ofTorch(layers: string) {
  const { made } = await read(`from torch import nn\nmodel = nn.Sequential(${layers})`);
  if ('fault' in made) return made.fault;
  const written = JSON.parse(made.text.replace(/^ *\/\/.*$/gm, '')) as { layers: Record<string, unknown>[] };
  return written.layers.slice(1).map(({ id: _, ...layer }) => layer);
}

async function ofKeras(layers: string, shape = '12, 10, 4') {
  return read(`from tensorflow.keras.layers import *
from tensorflow.keras import Sequential
model = Sequential([Input((${shape},)), ${layers}])
`);
}

describe('layers of Keras give what the checker says they give, with as many parameters', () => {
  it.each([
    'Conv2D(8, 3)',
    "Conv2D(8, (3, 5), strides=2, padding='same', activation='relu')",
    "Conv2D(6, 3, (2, 1), 'valid', use_bias=False)",
    'Conv2D(6, 3, dilation_rate=2, groups=2)',
    "Conv2DTranspose(3, 3, strides=2, padding='same')",
    'Conv2DTranspose(3, (2, 4), strides=(2, 3))',
    "DepthwiseConv2D(3, depth_multiplier=2, padding='same')",
    'DepthwiseConv2D(3, strides=(2, 2), use_bias=False)',
    'MaxPooling2D()',
    "MaxPooling2D((3, 2), strides=2, padding='same')",
    'AveragePooling2D(3)',
    "AveragePooling2D(pool_size=(2, 2), strides=(1, 1), padding='same')",
    'GlobalAveragePooling2D()',
    'GlobalMaxPooling2D()',
    'LayerNormalization()',
    'Dropout(0.5)',
    'SpatialDropout2D(0.25)',
    "Activation('relu')",
    'ReLU()',
    'Flatten()',
    'Reshape((6, 20, 4))',
    'Permute((2, 1, 3))',
    'ZeroPadding2D()',
    'ZeroPadding2D((1, 2))',
    'ZeroPadding2D(((0, 1), (2, 3)))',
    'Cropping2D(((1, 2), (0, 1)))',
    'UpSampling2D()',
    "UpSampling2D(size=(3, 3), interpolation='bilinear')",
    'Rescaling(1 / 255, offset=-1)',
    'Flatten(), Dense(7)',
  ])('%s', async layers => expectSame(await ofKeras(layers)));

  it.each([
    'Conv1D(8, 3)',
    "Conv1D(8, kernel_size=(3,), strides=2, padding='same', dilation_rate=1)",
    'MaxPooling1D(2)',
    "AveragePooling1D(3, strides=2, padding='same')",
    'GlobalAveragePooling1D()',
    'GlobalMaxPool1D()',
    'SpatialDropout1D(0.25)',
  ])('%s, of series', async layers => expectSame(await ofKeras(layers, '12, 4')));

  it('BatchNormalization, whose running averages Keras counts too', async () => {
    const { made, report } = await ofKeras('BatchNormalization()');
    expect(lastOf(made)).toEqual({ output: [12, 10, 4], parameters: 8 });
    expect(report.layers.at(-1)).toMatchObject({ parameters: 16 });
  });
});

function lastOf(made: Awaited<ReturnType<typeof read>>['made']) {
  if ('fault' in made) throw new Error(made.fault);
  const { shapes, problems } = analyze(made.text);
  // a pool by itself has nothing to learn
  const wrong = problems.filter(({ severity, code }) => severity === 'error' && code !== 'nothing-to-learn');
  expect(wrong).toEqual([]);
  const last = [...shapes!.layers.values()].at(-1)!;
  return { output: last.output, parameters: shapes!.parameterCount };
}

function expectSame({ made, report }: Awaited<ReturnType<typeof read>>) {
  const { output, parameters } = report.layers.at(-1)!;
  const sizes = output!
    .slice(1, -1)
    .split(', ')
    .slice(1)
    .map(size => Number(size.replace(',', '')));
  expect(sizes.every(Number.isSafeInteger)).toBe(true);
  expect(lastOf(made)).toEqual({ output: sizes, parameters: parameters ?? 0 });
}

describe('what Keras takes where nothing is said is written down where the designer takes something else', () => {
  it.each([
    ['BatchNormalization()', { momentum: 0.99, epsilon: 0.001 }],
    ['BatchNormalization(momentum=0.9, epsilon=1e-5)', {}],
    ['LayerNormalization()', { epsilon: 0.001 }],
    ['GroupNormalization(groups=2)', { groups: 2, epsilon: 0.001 }],
    ['MaxPooling2D(strides=2)', { poolSize: 2 }],
  ])('%s', async (layer, fields) => {
    const { made } = await ofKeras(layer);
    const rows = 'text' in made ? made.text.split('\n') : [];
    const { id: _, type: __, ...written } = JSON.parse(rows.at(-4)!);
    expect(written).toEqual(fields);
  });
});

describe('layers of PyTorch', () => {
  it.each([
    ['nn.Conv2d(3, 8, 3)', { type: 'conv2d', filters: 8, kernelSize: 3 }],
    [
      'nn.Conv2d(3, 8, (3, 5), 2, 1, bias=False)',
      { type: 'conv2d', filters: 8, kernelSize: [3, 5], stride: 2, padding: 1, bias: false },
    ],
    [
      "nn.Conv2d(4, 8, kernel_size=3, padding='same', dilation=(2, 1), groups=4)",
      { type: 'conv2d', filters: 8, kernelSize: 3, padding: 'same', dilation: [2, 1], groups: 4 },
    ],
    ['nn.Conv2d(3, 8, 3, padding=(0, 1))', { type: 'conv2d', filters: 8, kernelSize: 3, padding: [0, 1] }],
    [
      'nn.Conv1d(3, 8, 5, stride=2, padding=2)',
      { type: 'conv1d', filters: 8, kernelSize: 5, stride: 2, padding: 2 },
    ],
    [
      'nn.ConvTranspose2d(8, 4, 2, stride=2)',
      { type: 'conv2d-transpose', filters: 4, kernelSize: 2, stride: 2 },
    ],
    ['nn.MaxPool2d(2)', { type: 'max-pool2d', poolSize: 2 }],
    [
      'nn.MaxPool2d(kernel_size=3, stride=2, padding=1)',
      { type: 'max-pool2d', poolSize: 3, stride: 2, padding: 1 },
    ],
    ['nn.MaxPool1d(2, 2)', { type: 'max-pool1d', poolSize: 2 }],
    ['nn.AvgPool2d((2, 3))', { type: 'average-pool2d', poolSize: [2, 3] }],
    [
      'nn.AvgPool2d(3, padding=1, count_include_pad=False)',
      { type: 'average-pool2d', poolSize: 3, padding: 1 },
    ],
    ['nn.AdaptiveAvgPool2d((1, 1))', { type: 'global-average-pool' }],
    ['nn.AdaptiveMaxPool2d(1)', { type: 'global-max-pool' }],
    ['nn.BatchNorm2d(8)', { type: 'batch-norm' }],
    ['nn.BatchNorm1d(8, 1e-3, momentum=0.01)', { type: 'batch-norm', momentum: 0.99, epsilon: 0.001 }],
    ['nn.LayerNorm(8)', { type: 'layer-norm' }],
    ['nn.GroupNorm(4, 8)', { type: 'group-norm', groups: 4 }],
    ['nn.Dropout(0.2)', { type: 'dropout', rate: 0.2 }],
    ['nn.Dropout2d()', { type: 'spatial-dropout', rate: 0.5 }],
    ['nn.ZeroPad2d((1, 2, 3, 4))', { type: 'zero-pad', top: 3, bottom: 4, left: 1, right: 2 }],
    ['nn.ZeroPad2d(2)', { type: 'zero-pad', top: 2, bottom: 2, left: 2, right: 2 }],
    ["nn.Upsample(scale_factor=2, mode='bilinear')", { type: 'upsample', factor: 2, method: 'bilinear' }],
  ])('%s', async (layer, written) => {
    expect(await ofTorch(layer)).toEqual([written]);
  });

  it('put an activation into the layer before, where that takes one and feeds nothing else', async () => {
    expect(
      await ofTorch(
        'nn.Conv2d(1, 4, 3), nn.ReLU(), nn.BatchNorm2d(4), nn.ReLU(), nn.Linear(4, 2), nn.Tanh(), nn.Sigmoid()',
      ),
    ).toEqual([
      { type: 'conv2d', filters: 4, kernelSize: 3, activation: 'relu' },
      { type: 'batch-norm' },
      { type: 'activation', activation: 'relu' },
      { type: 'dense', units: 2, activation: 'tanh' },
      { type: 'activation', activation: 'sigmoid' },
    ]);
    const { made } = await read(`from tensorflow.keras.layers import *
from tensorflow.keras import Model
x = Input((4,))
z = Dense(4)(x)
model = Model(x, add([z, Activation('relu')(z)]))
`);
    // one layer of weights, not two
    expect('text' in made && made.text.match(/"type": "\w+"/g)).toEqual([
      '"type": "input"',
      '"type": "dense"',
      '"type": "activation"',
      '"type": "add"',
    ]);
  });
});

describe('a setting that the designer hasn’t is named', () => {
  it.each([
    ["nn.Conv2d(3, 8, 3, padding_mode='reflect')", 'Conv2d with padding_mode "reflect".'],
    ['nn.ConvTranspose2d(3, 8, 3, output_padding=1)', 'ConvTranspose2d with output_padding 1.'],
    ['nn.MaxPool2d(2, ceil_mode=True)', 'MaxPool2d with ceil_mode True.'],
    ['nn.MaxPool2d(2, dilation=2)', 'MaxPool2d with dilation 2.'],
    ['nn.AdaptiveAvgPool2d((7, 7))', 'AdaptiveAvgPool2d with output_size (7, 7).'],
    ['nn.BatchNorm2d(8, affine=False)', 'BatchNorm2d with affine False.'],
    ['nn.BatchNorm2d(8, momentum=None)', 'BatchNorm2d with momentum None.'],
    ['nn.LayerNorm([8, 4])', 'LayerNorm with normalized_shape (8, 4).'],
    ['nn.Upsample(size=(8, 8))', 'Upsample with size (8, 8).'],
    ["nn.Upsample(scale_factor=2, mode='bilinear', align_corners=True)", 'Upsample with align_corners True.'],
  ])('%s', async (layer, words) => {
    expect(await ofTorch(layer)).toBe(`The designer has no ${words}`);
  });

  it.each([
    ["Conv2D(8, 3, data_format='channels_first')", 'Conv2D with data_format "channels_first".'],
    ["Conv1D(8, 3, padding='causal')", 'Conv1D with padding "causal".'],
    ["Conv2D(8, 3, kernel_regularizer='l2')", 'Conv2D with kernel_regularizer "l2".'],
    ['Conv2DTranspose(8, 2, strides=3)', 'Conv2DTranspose with strides 3.'],
    ['GlobalAveragePooling2D(keepdims=True)', 'GlobalAveragePooling2D with keepdims True.'],
    ['BatchNormalization(axis=1)', 'BatchNormalization with axis 1.'],
    ['BatchNormalization(scale=False)', 'BatchNormalization with scale False.'],
    ['Reshape((-1, 4))', 'Reshape with target_shape (-1, 4).'],
    ['UpSampling2D((2, 3))', 'UpSampling2D with size (2, 3).'],
  ])('%s', async (layer, words) => {
    expect((await ofKeras(layer)).made).toMatchObject({ fault: `The designer has no ${words}` });
  });

  it('and so is padding that PyTorch’s average pools count', async () => {
    expect(await ofTorch('nn.AvgPool2d(3, padding=1)')).toMatch(
      /don’t count it. Set count_include_pad=False/,
    );
  });
});
