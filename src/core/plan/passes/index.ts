import type { Op } from '../../kernels/kernels';
import { joinings } from '../joining';
import { passes } from './all';

export { passes } from './all';

/** A step rewritten by all passes but those named. */
export function rewritten(ops: readonly Op[], without: ReadonlySet<string>): readonly Op[] {
  return passes.filter(({ name }) => !without.has(name)).reduce((result, pass) => pass.rewrite(result), ops);
}

/** What a step is with a pass, by its name; `gram` and `frozen-once`, which change more than a step's ops, are no members of the list. */
export function wordsOfPass(name: string): string {
  if (name === 'gram') return 'on XᵀX instead of X';
  if (name === 'frozen-once') return 'on what the frozen layers gave, computed once';
  return [...joinings, ...passes].find(pass => pass.name === name)?.words ?? name;
}
