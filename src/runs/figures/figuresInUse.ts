/** The figures of the weights that a run means: of the best ones, where its file says so, and else of the last. */
export function figuresInUse<B, L>(
  { weights, best }: { readonly weights?: 'best'; readonly best?: B },
  last: L,
): B | L {
  return weights === 'best' && best ? best : last;
}
