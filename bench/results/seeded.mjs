/** The network with another seed: of its weights and batches, and of its split where its examples are split. */
export function seeded(network, seed) {
  const { data, training } = network;
  return {
    ...network,
    data: data.split ? { ...data, split: { ...data.split, seed } } : data,
    training: { ...training, seed },
  };
}
