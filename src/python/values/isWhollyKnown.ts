import type { ClassValue } from './value';

/** Whether every class it is made from is known, so that a name it doesn't have isn't there. */
export function isWhollyKnown(owner: ClassValue, depth = 0): boolean {
  return depth < 20 && owner.bases.every(base => base.kind === 'class' && isWhollyKnown(base, depth + 1));
}
