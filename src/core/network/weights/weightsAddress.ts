import type { Network } from '../network';

/** The file or run of an address of weights, and the layer that is meant in it: `digits.safetensors#conv1`. */
export function splitWeights(address: string): { readonly file: string; readonly layer: string | undefined } {
  const at = address.lastIndexOf('#');
  return at < 0
    ? { file: address, layer: undefined }
    : { file: address.slice(0, at), layer: address.slice(at + 1) };
}

/** The files and runs that a network starts from, each once. */
export function weightsFiles({ weights, layers }: Pick<Network, 'weights' | 'layers'>): string[] {
  const own = layers.flatMap(({ fields }) => (typeof fields?.weights === 'string' ? [fields.weights] : []));
  return [
    ...new Set([...(weights === undefined ? [] : [weights]), ...own.map(each => splitWeights(each).file)]),
  ];
}
