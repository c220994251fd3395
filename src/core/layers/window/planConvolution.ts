import type { Activation } from '../../activations/activation';
import type { Matrix } from '../../kernels/kernels';
import type { LayerPlan } from '../layer';
import type { PlacesFields } from './placesOf';
import { windowOf } from './windowOf';

/** Z = W∗A_prev + b, A = g(Z), and backward, for a picture or a series that a kernel goes over. */
export function planConvolution(
  plan: LayerPlan<PlacesFields & { readonly bias: boolean }>,
  {
    groups,
    g,
    shape = plan.inputs[0]!.shape,
    fields = plan.fields,
  }: {
    readonly groups: number;
    readonly g: Activation;
    /** Of the input, as a picture. */
    readonly shape?: readonly number[];
    readonly fields?: PlacesFields;
  },
): void {
  const { output, parameter, batch, rows, forward, backward, gradients, activation } = plan;
  const X = plan.inputs[0]!;
  const over = windowOf(shape, { ...fields, kernel: fields.kernelSize });
  const { value, gradient } = parameter('W');
  const b = plan.fields.bias ? parameter('b') : undefined;
  const channels = output.shape.at(-1)!;
  const [W, dW] = [asKernels(value, channels), asKernels(gradient, channels)];
  const Z = batch(output.A.n);
  const dZ = batch(output.A.n);
  forward({
    call: 'convolve',
    args: [over, groups, W, b?.value, X.A, Z],
    reads: 'Z = W∗A_prev + b',
  });
  activation(g, rows(Z, channels), rows(dZ, channels));
  gradients({
    call: 'convolveGradient',
    args: [over, groups, dZ, X.A, dW, b?.gradient, true],
    reads: 'dW = dZ∗A_prev, db = Σ dZ',
  });
  if (X.dA) {
    backward({
      call: 'convolveInputGradient',
      args: [over, groups, W, dZ, X.dA, true],
      reads: 'dA_prev = dZ∗W, turned round',
    });
  }
}

/** A kernel a row, also where a channel has several. */
function asKernels(W: Matrix, kernels: number): Matrix {
  return W.rows === kernels ? W : { rows: kernels, columns: W.data.length / kernels, data: W.data };
}
