import type { LayerDefinition } from '../../src/core/layers';

/** The layers that a search finds, best first: by the start of a word of the title, then anywhere in title or summary. */
export function matching(layers: readonly LayerDefinition[], search: string): LayerDefinition[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const scored = layers.map(layer => ({ layer, score: score(layer, words) }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ layer }) => layer);
}

/** Without a search, layers that learn come first, and inputs, of which there mostly is one already, last. */
function likelihood({ initializer, arity }: LayerDefinition): number {
  return initializer ? 4 : arity === 'one' ? 3 : arity === 'many' ? 2 : 1;
}

function score(layer: LayerDefinition, words: readonly string[]): number {
  const { title, type, summary } = layer;
  let total = likelihood(layer);
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
