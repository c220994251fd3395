import type { Call } from '../ops/call';
import type { Entry, Family } from '../ops/entry';
import { flagArgument, numberArgument } from '../ops/readArguments';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import { type Dim, isNumber, times } from '../sizes/size';
import { itemsOf, sizeIn, tuple, unknown, type Value } from '../values/value';
import { formatDims } from '../values/words';
import { layer, type Use } from './layer/layer';
import { hasFeatures, hasRank, reportUse } from './layer/reports';
import { lastSize, tensor, tensorEndingIn, tensorIn } from './tensor/tensor';

/** The whole sequence's outputs, and the state after it: (h, c) for an LSTM. */
function recur(call: Call, use: Use, cells: boolean): Value {
  const hidden = sizeIn(use.setting('hidden_size'));
  const both = flagArgument(use.setting('bidirectional'), false);
  const count = use.setting('num_layers') ? numberArgument(use.setting('num_layers')) : 1;
  if (use.setting('proj_size') || both === undefined || count === undefined) return unknown;
  const ways = both ? 2 : 1;
  const gives = times(hidden, ways);
  const state = (batch: readonly Dim[]) => {
    const made = tensor([ways * count, ...batch, hidden], 'float32');
    return cells ? tuple([made, made]) : made;
  };
  const input = tensorIn(call.args.input);
  // of a packed sequence the outputs are packed too
  if (!input) return tuple([unknown, state([undefined])]);
  const { shape } = input;
  const takes = sizeIn(use.setting('input_size'));
  const first = flagArgument(use.setting('batch_first'), false);
  const order = first ? '(batch, length, features)' : '(length, batch, features)';
  if (shape && !hasRank(call, use, shape, [2, 3], `${order}, or (length, features)`))
    return tuple([unknown, unknown]);
  if (!hasFeatures(call, use, { shape, takes, gets: lastSize(input), setting: 'input_size' }))
    return tuple([tensorEndingIn(gives), state([undefined])]);
  if (!shape) return tuple([tensorEndingIn(gives, 'float32'), state([undefined])]);
  const batch = shape.length === 2 ? [] : first === undefined ? [undefined] : [shape[first ? 0 : 1]];
  const expected = [ways * count, ...batch, hidden];
  const given = itemsOf(call.args.hx ?? unknown) ?? [call.args.hx];
  for (const each of given) {
    const has = tensorIn(each)?.shape;
    if (!has || has.length !== expected.length) continue;
    const certainty = has.map((dim, i) => compareSizes(dim, expected[i])).find(isDifferent);
    if (certainty !== 'different') continue;
    reportUse(
      call,
      use,
      'shape-mismatch',
      `The first state is ${formatDims(has)}, but ${use.words} needs (layers${both ? ' * 2' : ''}, batch, hidden), here ${formatDims(expected)}, for ${call.operand('input').words}, which is ${formatDims(shape)}.`,
    );
    break;
  }
  return tuple([tensor([...shape.slice(0, -1), gives], 'float32'), state(batch)]);
}

/** One step: (batch, features) and a state to the next state. */
function step(call: Call, use: Use, cells: boolean): Value {
  const hidden = sizeIn(use.setting('hidden_size'));
  const input = tensorIn(call.args.input);
  const shape = input?.shape;
  const takes = sizeIn(use.setting('input_size'));
  if (shape && !hasRank(call, use, shape, [1, 2], '(batch, features)')) return unknown;
  const fits =
    !input || hasFeatures(call, use, { shape, takes, gets: lastSize(input), setting: 'input_size' });
  const made =
    shape && fits ? tensor([...shape.slice(0, -1), hidden], 'float32') : tensorEndingIn(hidden, 'float32');
  for (const each of itemsOf(call.args.hx ?? unknown) ?? [call.args.hx]) {
    const has = tensorIn(each)?.shape;
    const expected = made.shape;
    if (!has || !expected || has.length !== expected.length) continue;
    const clash = has.some((dim, i) => isNumber(dim) && compareSizes(dim, expected[i]) === 'different');
    if (!clash) continue;
    reportUse(
      call,
      use,
      'shape-mismatch',
      `The state is ${formatDims(has)}, but ${use.words} needs (batch, hidden), here ${formatDims(expected)}.`,
    );
    break;
  }
  return cells ? tuple([made, made]) : made;
}

const ways = 'batch_first=False, dropout=0.0, bidirectional=False';
const sequence = `input_size, hidden_size, num_layers=1, bias=True, ${ways}, proj_size=0, device=None, dtype=None`;
const plain = `input_size, hidden_size, num_layers=1, nonlinearity="tanh", bias=True, ${ways}, device=None, dtype=None`;
const single = 'input_size, hidden_size, bias=True, nonlinearity="tanh", device=None, dtype=None';

function gated(name: string, cells: boolean): readonly Entry[] {
  return [
    layer({
      names: [name],
      parameters: name === 'RNN' ? plain : sequence,
      callParameters: 'input, hx=None',
      rule: (call, use) => recur(call, use, cells),
    }),
    layer({
      names: [`${name}Cell`],
      parameters: single,
      callParameters: 'input, hx=None',
      rule: (call, use) => step(call, use, cells),
    }),
  ];
}

export const recurrent: Family = {
  title: 'Recurrent layers',
  about: 'The last size must be `input_size`; states are (layers, batch, hidden). They give a tuple.',
  entries: [
    ...gated('LSTM', true),
    ...gated('GRU', false),
    ...gated('RNN', false),
    {
      kind: 'function',
      names: ['torch.nn.utils.rnn.pad_sequence'],
      parameters: 'sequences, batch_first=False, padding_value=0.0, padding_side="right"',
      rule: ({ args }) => {
        const items = args.sequences && itemsOf(args.sequences);
        const rest = items && tensorIn(items[0])?.shape?.slice(1);
        const first = flagArgument(args.batch_first, false);
        if (!items || !rest || first === undefined) return unknown;
        return tensor(first ? [items.length, undefined, ...rest] : [undefined, items.length, ...rest]);
      },
    },
  ],
};
