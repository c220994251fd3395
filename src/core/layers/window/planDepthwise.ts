import type { Activation } from '../../activations/activation';
import type { Matrix } from '../../kernels/kernels';
import type { LayerPlan } from '../layer';
import type { PlacesFields } from './placesOf';
import { windowOf } from './windowOf';

/** A convolution of each channel with its one kernel. W lies in memory as it is seen: (f_H·f_W, n_C) for the kernels. */
export function planDepthwise(
  plan: LayerPlan<PlacesFields & { readonly bias: boolean }>,
  g: Activation,
): void {
  const { fields, output, parameter, batch, rows, forward, backward, gradients, activation } = plan;
  const X = plan.inputs[0]!;
  const over = windowOf(X.shape, { ...fields, kernel: fields.kernelSize });
  const { value, gradient } = parameter('W');
  const [W, dW] = [byPlaces(value, over.inC), byPlaces(gradient, over.inC)];
  const b = fields.bias ? parameter('b') : undefined;
  const [Z, dZ] = [batch(output.A.n), batch(output.A.n)];
  forward({
    call: 'depthwise',
    args: [over, W, b?.value, X.A, Z],
    reads: 'Z = W∗A_prev + b, channel by channel',
  });
  activation(g, rows(Z, over.inC), rows(dZ, over.inC));
  gradients({
    call: 'depthwiseGradient',
    args: [over, dZ, X.A, dW, b?.gradient, true],
    reads: 'dW = dZ∗A_prev, db = Σ dZ',
  });
  if (X.dA) {
    backward({
      call: 'depthwiseInputGradient',
      args: [over, W, dZ, X.dA, true],
      reads: 'dA_prev = dZ∗W, turned round',
    });
  }
}

/** A place of the kernel a row. */
function byPlaces({ data }: Matrix, channels: number): Matrix {
  return { rows: data.length / channels, columns: channels, data };
}
