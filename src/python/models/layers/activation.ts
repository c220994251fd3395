import { kerasActivation } from './given/activationNames';
import type { LayerClass, LayerClasses } from './layerClass';

/** A class that is one activation, as it is by default. */
const always = (
  library: LayerClass['library'],
  name: string,
  activation: string,
  parameters = '',
): LayerClass => ({
  library,
  names: [name],
  parameters,
  read: given => {
    if (parameters.includes('inplace')) given.argument('inplace');
    return { kind: 'activation', activation, written: given.written };
  },
});

/** The designer’s leaky ReLU has one slope. */
const leaky = (library: LayerClass['library'], parameters: string): LayerClass => ({
  library,
  names: ['LeakyReLU'],
  parameters,
  read: given => {
    if (library === 'torch') given.argument('inplace');
    if (given.value('negative_slope') === 0.01)
      return { kind: 'activation', activation: 'leaky-relu', written: given.written };
    return { kind: 'fault', message: 'LeakyReLU can’t be drawn: the designer’s has a slope of 0.01.' };
  },
});

export const activation: LayerClasses = [
  {
    library: 'keras',
    names: ['Activation'],
    parameters: 'activation',
    read: given => {
      const activation = kerasActivation(given);
      return typeof activation === 'object'
        ? activation
        : { kind: 'activation', activation, written: given.written };
    },
  },
  always('keras', 'ReLU', 'relu', 'max_value=None, negative_slope=0, threshold=0'),
  always('keras', 'Softmax', 'softmax', 'axis=-1'),
  always('keras', 'ELU', 'elu', 'alpha=1'),
  leaky('keras', 'negative_slope|alpha=0.3'),
  always('torch', 'ReLU', 'relu', 'inplace=False'),
  always('torch', 'Sigmoid', 'sigmoid'),
  always('torch', 'Tanh', 'tanh'),
  always('torch', 'Identity', 'linear'),
  always('torch', 'ELU', 'elu', 'alpha=1, inplace=False'),
  always('torch', 'GELU', 'gelu', 'approximate="none"'),
  always('torch', 'SiLU', 'silu', 'inplace=False'),
  always('torch', 'Softplus', 'softplus', 'beta=1, threshold=20'),
  always('torch', 'Hardswish', 'hard-swish', 'inplace=False'),
  leaky('torch', 'negative_slope=0.01, inplace=False'),
  {
    library: 'torch',
    names: ['Softmax'],
    parameters: 'dim=None',
    read: given => {
      const dim = given.value('dim');
      // over the classes of each example; 0 is over the examples
      return dim === null || dim === 1 || dim === -1
        ? { kind: 'activation', activation: 'softmax', written: given.written }
        : given.refused('dim');
    },
  },
];
