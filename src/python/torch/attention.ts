import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { flagArgument, numberArgument } from '../ops/readArguments';
import type { Dim } from '../sizes/size';
import { none, sizeIn, tuple, unknown, type Value } from '../values/value';
import { layer, type Use } from './layer/layer';
import { hasFeatures, hasRank } from './layer/reports';
import { alike, lastSize, tensor, tensorIn } from './tensor/tensor';

/** The features must split evenly into heads. */
function refuseHeads(call: Call, features: string, heads: string): boolean {
  const [size, count] = [numberArgument(call.args[features]), numberArgument(call.args[heads])];
  if (size === undefined || !count || size % count === 0) return false;
  call.report({
    code: 'invalid-argument',
    message: `${call.written} splits ${features} into ${heads} heads, but ${size} isn't a multiple of ${count}.`,
  });
  return true;
}

/** The output has the query's shape; the weights are (batch, query, key). */
function attend(call: Call, use: Use): Value {
  const features = sizeIn(use.setting('embed_dim'));
  const query = tensorIn(call.args.input);
  if (
    query?.shape &&
    !hasRank(
      call,
      use,
      query.shape,
      [2, 3],
      '(length, batch, features), or (batch, length, features) with batch_first=True',
    )
  )
    return tuple([unknown, unknown]);
  const dims = {
    input: features,
    key: sizeIn(use.setting('kdim')) ?? features,
    value: sizeIn(use.setting('vdim')) ?? features,
  };
  for (const [parameter, takes] of Object.entries(dims)) {
    const given = tensorIn(call.args[parameter]);
    if (!given) continue;
    const expected = { parameter, shape: given.shape, takes, gets: lastSize(given), setting: 'embed_dim' };
    if (!hasFeatures(call, use, expected)) return tuple([unknown, unknown]);
  }
  const [q, k] = [query?.shape, tensorIn(call.args.key)?.shape];
  const first = flagArgument(use.setting('batch_first'), false);
  const averaged = flagArgument(call.args.average_attn_weights, true);
  const wanted = flagArgument(call.args.need_weights, true);
  const at = first ? 1 : 0;
  const weights =
    wanted === false
      ? none
      : q?.length === 3 && k?.length === 3 && first !== undefined && averaged
        ? tensor([q[1 - at], q[at], k[at]], 'float32')
        : unknown;
  return tuple([query ? alike(query) : unknown, weights]);
}

/** Layers of a transformer give what they get, if it has `d_model` features. */
function transformed(call: Call, use: Use, of: string): Value {
  const input = tensorIn(call.args[of]);
  const takes = sizeIn(use.setting('d_model'));
  for (const parameter of ['input', 'memory']) {
    const given = tensorIn(call.args[parameter]);
    if (!given) continue;
    const { shape } = given;
    if (
      shape &&
      !hasRank(
        call,
        use,
        shape,
        [2, 3],
        '(length, batch, features), or (batch, length, features) with batch_first=True',
        parameter,
      )
    )
      return unknown;
    if (!hasFeatures(call, use, { parameter, shape, takes, gets: lastSize(given), setting: 'd_model' }))
      return unknown;
  }
  return input ? alike(input) : unknown;
}

const layerSettings =
  'd_model, nhead, dim_feedforward=2048, dropout=0.1, activation=None, layer_norm_eps=1e-5, batch_first=False, norm_first=False, bias=True, device=None, dtype=None';

export const attention: Family = {
  title: 'Attention and transformers',
  about: 'The last size of queries, keys and values must be that of the layer, which its heads must divide.',
  entries: [
    layer({
      names: ['MultiheadAttention'],
      parameters:
        'embed_dim, num_heads, dropout=0.0, bias=True, add_bias_kv=False, add_zero_attn=False, kdim=None, vdim=None, batch_first=False, device=None, dtype=None',
      callParameters:
        'input, key, value, key_padding_mask=None, need_weights=True, attn_mask=None, average_attn_weights=True, is_causal=False',
      refuse: call => refuseHeads(call, 'embed_dim', 'num_heads'),
      rule: attend,
    }),
    layer({
      names: ['TransformerEncoderLayer'],
      parameters: layerSettings,
      callParameters: 'input, src_mask=None, src_key_padding_mask=None, is_causal=False',
      refuse: call => refuseHeads(call, 'd_model', 'nhead'),
      rule: (call, use) => transformed(call, use, 'input'),
    }),
    layer({
      names: ['TransformerDecoderLayer'],
      parameters: layerSettings,
      callParameters: 'input, memory, *masks, **extra',
      refuse: call => refuseHeads(call, 'd_model', 'nhead'),
      rule: (call, use) => transformed(call, use, 'input'),
    }),
    layer({
      names: ['TransformerEncoder'],
      parameters: 'encoder_layer, num_layers, norm=None, enable_nested_tensor=True, mask_check=True',
      callParameters: 'input, *masks, **extra',
      rule: (call, use) => call.invoke(use.setting('encoder_layer') ?? unknown, [call.args.input ?? unknown]),
    }),
    layer({
      names: ['TransformerDecoder'],
      parameters: 'decoder_layer, num_layers, norm=None',
      callParameters: 'input, memory, *masks, **extra',
      rule: (call, use) =>
        call.invoke(use.setting('decoder_layer') ?? unknown, [
          call.args.input ?? unknown,
          call.args.memory ?? unknown,
        ]),
    }),
    {
      kind: 'function',
      names: ['torch.nn.functional.scaled_dot_product_attention'],
      parameters: 'query, key, value, *rest, **extra',
      rule: ({ args: { query, value } }) => {
        const [q, v] = [tensorIn(query)?.shape, tensorIn(value)?.shape];
        const last: Dim = v?.at(-1);
        return q && v && q.length > 1 ? tensor([...q.slice(0, -1), last], 'float32') : unknown;
      },
    },
  ],
};
