/** A layer of a proposal, as it is written in the file. */
export type ProposedLayer = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly type: string;
};

/** Layers between input and output. */
export type HiddenLayers = readonly ProposedLayer[];

/** Hidden layers worth a try, with what goes with them. */
export interface Proposal {
  readonly hidden: HiddenLayers;
  readonly title: string;
  /** What they are good for. */
  readonly detail: string;
  /** Settings of the data that they need. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** How long they are trained, where that isn't as for others. */
  readonly steps?: Readonly<Record<string, unknown>>;
  readonly groups?: Readonly<Record<string, readonly string[]>>;
}

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
