/** A layer of a proposal, as it is written in the file. */
export type ProposedLayer = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly type: string;
};

/** Layers between input and output. */
export type HiddenLayers = readonly ProposedLayer[];

/** A layer, or a comment on those that follow. */
export type ProposedLine = ProposedLayer | { readonly comment: string };

/** Dense layers of so many units each, which have a vector before them. */
export function denseLayers(units: readonly number[]): ProposedLayer[] {
  return units.map((count, i) => ({
    id: units.length === 1 ? 'hidden' : `hidden${i + 1}`,
    type: 'dense',
    units: count,
    activation: 'relu',
    initializer: 'he',
  }));
}

export const flatten: ProposedLayer = { id: 'flatten', type: 'flatten' };
