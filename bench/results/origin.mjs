import { isDeepStrictEqual } from 'node:util';

/**
 * Where the network of a table comes from, said of what New Network proposes for the table today.
 *
 * @param {{title: string, text: string}[]} proposals
 * @param {string} [changed] what its task says was changed
 */
export function origin(network, proposals, changed) {
  const same = proposals.find(({ text }) => isDeepStrictEqual(network, JSON.parse(text)));
  if (same) return `as New Network proposes it (“${same.title}”)`;
  return changed
    ? `as New Network proposes it, but for ${changed}`
    : 'not what New Network proposes today, though its task says nothing of a change';
}
