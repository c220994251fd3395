/** A parameter of a layer’s class. */
export interface Parameter {
  /** Its name, and those that it had before. */
  readonly names: readonly string[];
  /** Undefined where it must be given. */
  readonly standard?: { readonly value: unknown };
}

/** Reads `units|output_dim, activation=None, padding="valid", axis=-1`. */
export function parametersIn(text: string): readonly Parameter[] {
  return text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => {
      const [names, value] = part.split('=');
      return {
        names: names!.split('|'),
        ...(value !== undefined && { standard: { value: constant(value) } }),
      };
    });
}

function constant(text: string): unknown {
  if (text === 'None') return null;
  if (text === 'True' || text === 'False') return text === 'True';
  return text.startsWith('"') ? text.slice(1, -1) : Number(text);
}
