import { generators } from './all';
import type { Generator } from './generator';

export { generators } from './all';
export type { Generator, GeneratorSettings, Points } from './generator';

/** A generator by its name in the file, which the schema has checked. */
export function generatorOf(name: string): Generator {
  const found = generators.find(generator => generator.name === name);
  if (!found) throw new Error(`No generator is called ${name}.`);
  return found;
}
