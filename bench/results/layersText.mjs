/** The layers of a chain in a line: `conv 8 3×3, pool 2, 784-64-10` without what only reshapes. */
export function layersText({ layers }) {
  return layers.map(textOf).filter(Boolean).join(', ');
}

const sides = size => (Array.isArray(size) ? size.join('×') : `${size}×${size}`);
const texts = {
  conv2d: ({ filters, kernelSize }) => `conv ${filters} ${sides(kernelSize)}`,
  'max-pool2d': ({ poolSize }) => `pool ${poolSize}`,
  dense: ({ units }) => `dense ${units}`,
  dropout: ({ rate }) => `dropout ${rate}`,
  activation: ({ activation }) => activation,
  input: () => '',
  flatten: () => '',
};
const textOf = layer => (texts[layer.type] ? texts[layer.type](layer) : layer.type);
