import { type BlockDefinition, before } from './block';

/**
 * Attention and two dense layers, each behind a layer norm and beside a skip connection, as in GPT-2 (Radford et al., 2019):
 * x + Attention(Norm(x)), then y + W2·gelu(W1·Norm(y) + b1) + b2, four times as wide in between. No step sees a later one.
 */
export const transformerBlock: BlockDefinition = {
  type: 'transformer-block',
  title: 'Transformer block',
  summary:
    'Causal self-attention and two dense layers, each behind a layer norm and beside a skip connection.',
  icon: 'layers-active',
  group: 'block',
  settings: [
    {
      name: 'heads',
      title: 'Heads',
      initial: width => [4, 3, 2, 1].find(heads => width % heads === 0)!,
      refuses: (heads, width) =>
        width % heads === 0 ? undefined : `${heads} heads can’t share ${width} values equally.`,
    },
  ],

  refuses(shape) {
    if (!shape || shape.length === 2) return undefined;
    return 'A transformer block takes a series (T, n), such as an embedding or a position gives.';
  },

  layers: (width, { heads = 1 }) => [
    { id: 'norm', type: 'layer-norm' },
    { id: 'attention', type: 'self-attention', fields: { heads, causal: true } },
    { id: 'add', type: 'add', inputs: [before, 'attention'] },
    { id: 'norm-2', type: 'layer-norm' },
    { id: 'widen', type: 'dense', fields: { units: 4 * width, activation: 'gelu', initializer: 'he' } },
    { id: 'narrow', type: 'dense', fields: { units: width, initializer: 'xavier' } },
    { id: 'add-2', type: 'add', inputs: ['add', 'narrow'] },
  ],
};
