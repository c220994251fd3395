/** What a network saves of a layer, a parameter or a state: its name in files, and its sizes. */
export interface SavedShape {
  readonly layer: string;
  /** Its name within the layer: W. */
  readonly unnumbered: string;
  /** Its symbol in the network, W1, where it has one. */
  readonly name?: string;
  /** Its name in files, by which it finds its place again: hidden.W. No two are alike, whatever the ids. */
  readonly savedAs: string;
  /** As people, seeds and files see it. */
  readonly shape: readonly number[];
  /** How it lies in memory, where that is another order: see `ParameterShape`. */
  readonly axes?: readonly number[];
}
