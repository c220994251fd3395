import type { Activation } from '../../activations/activation';
import type { Window } from '../../kernels/window';
import type { LayerPlan } from '../layer';
import { bothSides } from './fields';
import type { PlacesFields } from './placesOf';
import { bothUnfolded } from './unfolded';

/** Z = W∗ᵀA_prev + b by the calls of the convolution that goes from Z to A_prev. */
export function planTransposed(
  {
    fields,
    inputs: [input],
    output,
    parameter,
    batch,
    rows,
    forward,
    backward,
    gradients,
    activation,
  }: LayerPlan<PlacesFields & { readonly bias: boolean }>,
  g: Activation,
): void {
  const X = input!;
  const [inH, inW, inC] = output.shape as readonly [number, number, number];
  const [outH, outW] = X.shape as readonly [number, number];
  const [down, across] = bothUnfolded([outH, outW], fields);
  const [kH, kW] = bothSides(fields.kernelSize);
  const [strideH, strideW] = bothSides(fields.stride);
  const [dilationH, dilationW] = bothSides(fields.dilation);
  const over: Window = {
    inH,
    inW,
    inC,
    kH,
    kW,
    strideH,
    strideW,
    padTop: down!.before,
    padLeft: across!.before,
    dilationH,
    dilationW,
    outH,
    outW,
  };
  const W = parameter('W');
  const b = fields.bias ? parameter('b') : undefined;
  const [Z, dZ] = [batch(output.A.n), batch(output.A.n)];
  forward({ call: 'convolveInputGradient', args: [over, 1, W.value, X.A, Z, false], reads: 'Z = W∗ᵀA_prev' });
  if (b) forward({ call: 'addBias', args: [rows(Z, inC), b.value, rows(Z, inC)], reads: 'Z += b' });
  activation(g, rows(Z, inC), rows(dZ, inC));
  gradients({
    call: 'convolveGradient',
    args: [over, 1, X.A, dZ, W.gradient, undefined, true],
    reads: 'dW = A_prev∗dZ',
  });
  if (b) gradients({ call: 'sumExamples', args: [rows(dZ, inC), b.gradient, true], reads: 'db = Σ dZ' });
  if (X.dA) {
    // the convolution writes what it gives, and others may add to dA_prev
    const dX = batch(X.A.n);
    backward({ call: 'convolve', args: [over, 1, W.value, undefined, dZ, dX], reads: 'W∗dZ' });
    backward({ call: 'accumulate', args: [dX, X.dA, true], reads: 'dA_prev += W∗dZ' });
  }
}
