import type { Op } from '../../kernels/kernels';
import { passes } from './all';

/** The names of all passes that can be switched off. */
export const passNames: readonly string[] = passes.map(({ name }) => name);

/** A step rewritten by all passes but those named. */
export function rewritten(ops: readonly Op[], without: ReadonlySet<string>): readonly Op[] {
  return passes.filter(({ name }) => !without.has(name)).reduce((result, pass) => pass.rewrite(result), ops);
}
