import { numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Entry, Family } from '../ops/entry';
import { dimsArgument, dtypeArgument } from '../ops/readArguments';
import { tensor, tensorType } from '../ops/tensor';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import { isNumber, keyOf } from '../sizes/size';
import { sizeIn, string, unknown, type Value } from '../values/value';
import { formatDims } from '../values/words';

/** Begins the key under which a dict of what is fed keeps a placeholder's value. */
const start = 'placeholder ';

function placeholder(call: Call): Value {
  const { shape, dtype } = call.args;
  if (!shape || shape.kind === 'none' || shape.kind === 'unknown') return unknown;
  const made = tensor(dimsArgument(shape), dtypeArgument(dtype));
  const id = sizeIn(call.fresh('placeholder'));
  if (id === undefined || isNumber(id)) return made;
  const key = start + keyOf(id);
  call.set(call.state, key, made);
  return { ...made, facts: { key: string(key) } };
}

/** What is fed to placeholders has their shapes. */
function checkFed(call: Call): void {
  const { feed_dict: fed } = call.args;
  if (fed?.kind !== 'dict') return;
  for (const [key, value] of fed.cells) {
    const asked = key.startsWith(start) ? call.state.get(key) : undefined;
    const given = asArray(value, tensorType);
    if (asked?.kind !== 'array' || !asked.shape || !given?.shape) continue;
    const [shape, data] = [asked.shape, given.shape];
    const compared = shape.map((dim, i) => compareSizes(dim, data[i]));
    const certainty = shape.length === data.length ? compared.find(isDifferent) : 'different';
    if (!certainty) continue;
    call.report({
      code: 'input-shape-mismatch',
      certainty,
      message: `A placeholder of ${formatDims(shape)} is fed with ${formatDims(data)}.`,
      related: call.operand('feed_dict').origins,
    });
    return;
  }
}

const running = (names: readonly string[], parameters: string, result: (call: Call) => Value): Entry => ({
  kind: 'function',
  names,
  parameters,
  rule: call => {
    checkFed(call);
    return result(call);
  },
});

const optimizers = ['GradientDescent', 'Adam', 'Adagrad', 'Adadelta', 'Momentum', 'RMSProp', 'Ftrl'];

/** The value of a tensor; of several, nothing is kept. */
function computed(of: Value | undefined): Value {
  return of?.kind === 'array' && of.shape && of.shape.length > 0 ? numpyArray(of.shape, of.dtype) : unknown;
}

export const sessions: Family = {
  title: 'Sessions of TensorFlow 1',
  about: 'What `feed_dict` gives a `placeholder` has its shape, in `run` and `eval`.',
  entries: [
    {
      kind: 'function',
      names: ['tensorflow.placeholder'],
      parameters: 'dtype, shape=None, name=None',
      rule: placeholder,
    },
    {
      kind: 'class',
      names: ['tensorflow.Session', 'tensorflow.InteractiveSession'],
      parameters: '*rest, **extra',
    },
    { kind: 'class', names: ['tensorflow.Operation'], parameters: '*rest, **extra' },
    ...optimizers.map(
      (name): Entry => ({
        kind: 'class',
        names: [`tensorflow.train.${name}Optimizer`],
        parameters: '*rest, **extra',
      }),
    ),
    {
      kind: 'function',
      names: optimizers.map(name => `tensorflow.train.${name}Optimizer.minimize`),
      parameters: 'self, loss, *rest, **extra',
      rule: call => call.invoke(call.named('tensorflow.Operation'), []),
    },
    running(
      ['tensorflow.Session.run'],
      'self, fetches, feed_dict=None, options=None, run_metadata=None',
      call => computed(call.args.fetches),
    ),
    running(['tensorflow.Tensor.eval'], 'self, feed_dict=None, session=None', call =>
      computed(call.args.self),
    ),
    running(['tensorflow.Operation.run'], 'self, feed_dict=None, session=None', () => unknown),
  ],
};
