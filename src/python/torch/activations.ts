import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { numberArgument } from '../ops/readArguments';
import { isNumber } from '../sizes/size';
import { unknown, type Value } from '../values/value';
import { functional, layer, type Use } from './layer/layer';
import { placeOf } from './tensor/dims';
import { alike, asTensor, reshaped, tensorIn } from './tensor/tensor';

const layers =
  'ReLU ReLU6 LeakyReLU ELU SELU CELU GELU SiLU Mish Sigmoid Tanh Softplus Softsign Hardtanh Hardswish Hardsigmoid Tanhshrink Softshrink Hardshrink LogSigmoid Threshold RReLU Identity';
const functions =
  'relu relu6 leaky_relu elu selu celu gelu silu mish sigmoid tanh softplus softsign hardtanh hardswish hardsigmoid tanhshrink softshrink hardshrink logsigmoid threshold rrelu prelu dropout dropout1d dropout2d dropout3d alpha_dropout feature_alpha_dropout normalize local_response_norm instance_norm gumbel_softmax relu_ leaky_relu_ elu_';
const ofTorch = 'relu sigmoid tanh selu celu rrelu dropout';

function same({ args: { input } }: Call): Value {
  // what isn't a tensor may be anything, also a packed sequence
  const found = tensorIn(input);
  return found ? alike(found) : (input ?? unknown);
}

/** Softmax leaves the shape; its axis must be there. */
function softmax(call: Call, dim: Value | undefined): Value {
  const input = asTensor(call.args.input);
  if (!input) return unknown;
  const axis = dim && numberArgument(dim);
  if (input.shape && axis !== undefined && placeOf(call, input.shape, axis) === undefined) return unknown;
  return alike(input);
}

function halved(call: Call, use: Use): Value {
  const input = tensorIn(call.args.input);
  const dim = use.setting('dim');
  const axis = dim ? numberArgument(dim) : -1;
  if (!input?.shape || axis === undefined) return unknown;
  const place = placeOf(call, input.shape, axis);
  if (place === undefined) return unknown;
  return reshaped(
    input,
    input.shape.map((size, i) => (i !== place ? size : isNumber(size) ? Math.floor(size / 2) : undefined)),
  );
}

export const activations: Family = {
  title: 'Activations',
  about: 'They leave the shape as it is.',
  entries: [
    ...layers.split(' ').map(name => layer({ names: [name], parameters: '*rest, **extra', rule: same })),
    layer({
      names: ['PReLU'],
      parameters: 'num_parameters=1, init=0.25, device=None, dtype=None',
      rule: same,
    }),
    functional(
      [
        ...functions.split(' '),
        ...ofTorch.split(' ').flatMap(name => [`torch.${name}`, `torch.Tensor.${name}`]),
      ],
      'input, *rest, **extra',
      same,
    ),
    ...['Softmax', 'LogSoftmax', 'Softmin'].map(name =>
      layer({
        names: [name],
        parameters: 'dim=None',
        rule: (call, use) => softmax(call, use.setting('dim')),
      }),
    ),
    layer({ names: ['Softmax2d'], parameters: '', rule: same }),
    functional(
      ['softmax', 'log_softmax', 'softmin'].flatMap(name => [name, `torch.${name}`, `torch.Tensor.${name}`]),
      'input, dim=None, _stacklevel=3, dtype=None, axis=None',
      call => softmax(call, call.args.dim ?? call.args.axis),
    ),
    layer({ names: ['GLU'], parameters: 'dim=-1', rule: halved }),
    functional(['glu'], 'input, dim=-1', halved),
  ],
};
