import { signature } from '../../ops/signature';
import type { Argument, Arguments } from '../machine';

export interface Bound {
  readonly args: Readonly<Record<string, Argument>>;
  readonly rest: readonly Argument[];
  readonly extra: ReadonlyMap<string, Argument>;
}

/** Arguments by the names of a table's signature; undefined where they don't fit it or aren't all known. */
export function bindSignature(text: string, { positional, named, complete }: Arguments): Bound | undefined {
  if (!complete) return undefined;
  const { places, names, required, takesRest, takesExtra } = signature(text);
  const args: Record<string, Argument> = {};
  let rest = none;
  if (positional.length > places.length) {
    if (!takesRest) return undefined;
    rest = positional.slice(places.length);
  }
  for (let i = 0; i < places.length && i < positional.length; i++) args[places[i]!] = positional[i]!;
  let extra = nothing;
  for (const [name, argument] of named) {
    if (names.has(name)) {
      if (Object.hasOwn(args, name)) return undefined;
      args[name] = argument;
    } else if (takesExtra) {
      if (extra === nothing) extra = new Map();
      extra.set(name, argument);
    } else return undefined;
  }
  return required.every(name => Object.hasOwn(args, name)) ? { args, rest, extra } : undefined;
}

const none: readonly Argument[] = [];
const nothing = new Map<string, Argument>();
