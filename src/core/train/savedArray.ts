import type { SavedShape } from '../plan/savedShape';

/**
 * What is saved of a parameter or state: under the name of its layer, `hidden.W`, whatever layers came before it since; else under
 * its symbol, `W1`, as in files made by hand that don't know of layers.
 */
export function savedArray<A extends { readonly name: string }>(
  arrays: readonly A[],
  { savedAs, name }: Pick<SavedShape, 'savedAs' | 'name'>,
): A | undefined {
  return arrays.find(array => array.name === savedAs) ?? arrays.find(array => array.name === name);
}
