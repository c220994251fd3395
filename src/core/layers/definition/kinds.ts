/**
 * What a layer does to the values that pass it. Whatever treats layers unlike each other asks the kind, never a field that
 * happens to go with it.
 */
export type LayerKind =
  /** The data enter here. */
  | 'input'
  /** Products with weights: dense, convolutions. */
  | 'weights'
  /** Shifts and scales what a layer before it gives. */
  | 'normalises'
  /** One value for many neighbours. */
  | 'pools'
  /** The same values in another shape, order or frame. */
  | 'shapes'
  /** Several layers become one. */
  | 'joins'
  /** Goes over a series step by step, with weights: recurrent layers. */
  | 'recurs'
  /** Weighs places of a sequence by each other. */
  | 'attends'
  /** Leaves values out at random while it learns. */
  | 'drops'
  /** A function of each value. */
  | 'activates';

export interface KindTraits {
  /** Whether its layers have parameters, so that training changes them. */
  readonly learns: boolean;
  /**
   * Whether its layers are counted, as the notes count layers: their W, b, Z and A are numbered, and the number of their
   * values has a symbol of its own, n_h or n_1, n_2.
   */
  readonly counted: boolean;
  /** Whether each value of the one input stays in its place: such a layer says nothing of how many values there are. */
  readonly keepsPlaces: boolean;
  /** How likely it is chosen when a layer is added: the larger, the higher in the palette. */
  readonly likelihood: number;
}

export const kinds: Readonly<Record<LayerKind, KindTraits>> = {
  weights: { learns: true, counted: true, keepsPlaces: false, likelihood: 9 },
  pools: { learns: false, counted: false, keepsPlaces: false, likelihood: 8 },
  shapes: { learns: false, counted: false, keepsPlaces: false, likelihood: 7 },
  recurs: { learns: true, counted: true, keepsPlaces: false, likelihood: 6.5 },
  normalises: { learns: true, counted: false, keepsPlaces: true, likelihood: 6 },
  drops: { learns: false, counted: false, keepsPlaces: true, likelihood: 5 },
  activates: { learns: false, counted: false, keepsPlaces: true, likelihood: 4 },
  joins: { learns: false, counted: false, keepsPlaces: false, likelihood: 3 },
  attends: { learns: true, counted: true, keepsPlaces: false, likelihood: 2 },
  input: { learns: false, counted: false, keepsPlaces: false, likelihood: 1 },
};
