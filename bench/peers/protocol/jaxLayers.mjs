import { pair } from './lacking.mjs';

/**
 * The layers of a job, a chain, in jax-js, whose pictures are (m, C, H, W): `forward(parameters, X)` from rows of X to the
 * logits, and `parameters`, which makes what the layers start with.
 */
export function jaxLayers({ numpy: np, lax }, job) {
  const initial = [];
  /** The place of an array among the parameters; `change` lays it as the library wants it. */
  const place = ({ shape, data }, change) =>
    initial.push(() => change(np.array(Float32Array.from(data)).reshape(shape))) - 1;
  // the last activation belongs to the loss
  const activations = { relu: Z => relu(np, Z), tanh: np.tanh };
  const withBias = (layer, shape, compute) => {
    const W = place(job.parameter(layer, 'W'), W =>
      layer.type === 'dense' ? np.transpose(W) : np.transpose(W, [3, 2, 0, 1]),
    );
    const given = job.parameter(layer, 'b');
    const b = given && place(given, b => b.reshape(shape));
    const activate = activations[layer.activation] ?? (Z => Z);
    return (A, parameters) => {
      const Z = compute(A, parameters[W]);
      return activate(b === undefined ? Z : Z.add(parameters[b]));
    };
  };
  const makers = {
    // in the order of the notes' files: channels last
    flatten: () => A => (A.shape.length === 2 ? A : flat(np.transpose(A, [0, 2, 3, 1]))),
    dense: layer => withBias(layer, [1, -1], (A, W) => np.dot(A, W)),
    conv2d: layer =>
      withBias(layer, [1, -1, 1, 1], (A, W) =>
        lax.convGeneralDilated(A, W, pair(layer.stride), layer.padding.toUpperCase(), {
          rhsDilation: pair(layer.dilation),
          featureGroupCount: layer.groups,
        }),
      ),
    'max-pool2d': pool(np.max),
    'average-pool2d': pool(np.mean),
  };
  const pictures = job.graph.some(({ type }) => type.endsWith('2d'));
  const steps = job.graph.filter(({ type }) => type !== 'input').map(layer => makers[layer.type](layer));
  return {
    parameters: () => initial.map(make => make()),
    forward(parameters, X) {
      const first = pictures ? np.transpose(X.reshape([X.shape[0], ...job.picture]), [0, 3, 1, 2]) : X;
      return steps.reduce((A, step) => step(A, parameters), first);
    },
  };
}

/** Its own has the slope 1 at 0, where others have 0: the empty margins of pictures are all there. */
const relu = (np, Z) => np.where(np.greater(Z.ref, 0), Z, 0);

const flat = A => A.reshape([A.shape[0], -1]);

/** A pool that lies beside itself: what is left over is cut off, and each window has axes of its own. */
const pool =
  of =>
  ({ poolSize }) => {
    const [fh, fw] = pair(poolSize);
    return A => {
      const [m, channels, height, width] = A.shape;
      const [h, w] = [Math.floor(height / fh), Math.floor(width / fw)];
      const whole = h * fh === height && w * fw === width ? A : A.slice([], [], [0, h * fh], [0, w * fw]);
      return of(whole.reshape([m, channels, h, fh, w, fw]), [3, 5]);
    };
  };
