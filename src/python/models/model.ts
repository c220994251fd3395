import type { Span } from '../../core/problem';

/** A model that a program builds of layers, read from the text so that it can be drawn. */
export interface Model {
  /** The expression that makes it. */
  readonly span: Span;
  /** The name it is given, or `model`. */
  readonly name: string;
  readonly layers: readonly ModelLayer[];
  /** Why it can't be drawn, in a sentence; then `layers` are those before. */
  readonly fault?: { readonly message: string; readonly span: Span };
}

/** A layer in the terms of a network file. */
export interface ModelLayer {
  readonly id: string;
  /** As a network file may call it: `dense`. */
  readonly type: string;
  /** As the program calls it: `Dense`. */
  readonly written: string;
  readonly span: Span;
  /** Ids of the layers that feed it, where that isn't the one before. */
  readonly inputs?: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
  /** Settings that the designer hasn’t, and that don’t change what the network is: how it starts. */
  readonly leftOut?: readonly string[];
}
