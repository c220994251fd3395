import { signature } from '../ops/signature';
import type { Argument, Arguments } from './machine';

export interface Bound {
  readonly args: Readonly<Record<string, Argument>>;
  readonly rest: readonly Argument[];
  readonly extra: ReadonlyMap<string, Argument>;
}

/** Arguments by the names of a table's signature; undefined where they don't fit it or aren't all known. */
export function bindSignature(text: string, { positional, named, complete }: Arguments): Bound | undefined {
  if (!complete) return undefined;
  const parts = signature(text);
  const args: Record<string, Argument> = {};
  const rest: Argument[] = [];
  const extra = new Map<string, Argument>();
  const places = parts.filter(part => !part.keywordOnly && part.star === undefined);
  const takesRest = parts.some(part => part.star === '*');
  const takesExtra = parts.some(part => part.star === '**');
  for (const [i, argument] of positional.entries()) {
    const place = places[i];
    if (place) args[place.name] = argument;
    else if (takesRest) rest.push(argument);
    else return undefined;
  }
  for (const [name, argument] of named) {
    if (parts.some(part => part.name === name && part.star === undefined)) {
      if (Object.hasOwn(args, name)) return undefined;
      args[name] = argument;
    } else if (takesExtra) extra.set(name, argument);
    else return undefined;
  }
  return parts.every(part => part.optional || Object.hasOwn(args, part.name))
    ? { args, rest, extra }
    : undefined;
}
