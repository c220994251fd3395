import type { Call } from '../../ops/call';
import { dimsArgument } from '../../ops/readArguments';
import type { Dim } from '../../sizes/size';
import { type InstanceValue, type Shape, sizeIn } from '../../values/value';

/**
 * The shape that a first layer says its input has, with the number of examples: `input_shape`, `batch_input_shape`,
 * `input_dim`. Null where it says nothing; undefined where what it says isn't known.
 */
export function givenShape(self: InstanceValue): Shape | null {
  const { attributes } = self;
  const whole = attributes.get('batch_input_shape') ?? attributes.get('batch_shape');
  if (whole) return dimsArgument(whole);
  const shape = attributes.get('input_shape');
  const batch = sizeIn(attributes.get('batch_size'));
  if (shape) {
    const dims = shape.kind === 'int' ? undefined : dimsArgument(shape);
    return dims && [batch, ...dims];
  }
  const isEmbedding = /\.Embedding$/.test(self.of.name);
  const length = attributes.get('input_length');
  if (isEmbedding) {
    const dims = length && length.kind !== 'none' ? dimsArgument(length) : [undefined as Dim];
    return dims && [batch, ...dims];
  }
  const features = attributes.get('input_dim');
  if (!features || features.kind === 'none') return null;
  const inTime = /\.(LSTM|GRU|SimpleRNN|Conv1D|Convolution1D)$/.test(self.of.name);
  return inTime ? [batch, sizeIn(length), sizeIn(features)] : [batch, sizeIn(features)];
}

/** `input_shape=(784)` is the number 784. */
export function checkGiven(call: Call, self: InstanceValue): void {
  const shape = self.attributes.get('input_shape');
  if (shape?.kind !== 'int' || !call.extra.has('input_shape')) return;
  const { span, source, words } = call.operand('input_shape');
  const inner = source.replace(/^\(+|(?<!\))\)+$/g, '').trim();
  call.report({
    code: 'invalid-argument',
    span,
    message: `input_shape is a tuple, but ${words} is a number: a comma makes a tuple of it, (${inner},).`,
    fixes:
      source === ''
        ? []
        : [
            {
              title: `Change to (${inner},)`,
              edits: [{ offset: span.start, length: span.end - span.start, text: `(${inner},)` }],
            },
          ],
  });
}
