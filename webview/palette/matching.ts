import { kinds, type LayerDefinition } from '../../src/core/layers';
import type { BlockDefinition } from '../../src/core/layers/blocks';

/** What the palette offers. */
export type Offer = LayerDefinition | BlockDefinition;

/**
 * The layers that a search finds, best first: by the start of a word of the title, then anywhere in title or summary.
 * Without a search those that a beginner meets first are first, then the kinds that are chosen most.
 */
export function matching<O extends Offer>(layers: readonly O[], search: string): O[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const scored = layers.map(layer => ({ layer, score: score(layer, words) }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ layer }) => layer);
}

/** Before the attention that it is made of. */
const blockLikelihood = 2.5;

function score(offer: Offer, words: readonly string[]): number {
  const { title, type, summary } = offer;
  let total = blockLikelihood;
  if ('kind' in offer) total = offer.early === undefined ? kinds[offer.kind].likelihood : 20 - offer.early;
  for (const word of words) {
    const names = `${title} ${type}`.toLowerCase();
    if (names.startsWith(word)) total += 100;
    else if (new RegExp(`\\b${escaped(word)}`).test(names)) total += 50;
    else if (names.includes(word)) total += 20;
    else if (summary.toLowerCase().includes(word)) total += 10;
    else return 0;
  }
  return total;
}

function escaped(word: string): string {
  return word.replaceAll(/[^\p{L}\d]/gu, '\\$&');
}
