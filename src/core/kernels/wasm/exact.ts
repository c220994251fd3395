// Which activations and optimizers the build in the order of the notes makes to the last digit. It leaves the others to
// JavaScript: Adam's corrections are powers, and a softplus takes logarithms, of which JavaScript has its own.

const activations = new Set([
  'hard-swish',
  'leaky-relu',
  'linear',
  'relu',
  'relu6',
  'sigmoid',
  'softmax',
  'tanh',
]);
const optimizers = new Set(['adagrad', 'momentum', 'nesterov', 'rmsprop', 'sgd']);

export const isExactActivation = ({ type }: { readonly type: string }) => activations.has(type);
export const isExactOptimizer = ({ type }: { readonly type: string }) => optimizers.has(type);
