import type { NamedShape } from '../../shape';

/** Layers that are added together, as a group with a name. */
export interface BlockDefinition {
  readonly type: string;
  readonly title: string;
  readonly summary: string;
  readonly icon: string;
  /** What its group is called. */
  readonly group: string;
  /** What is asked when it is added, each a whole number from 1 on. */
  readonly settings: readonly BlockSetting[];
  /** Why it can't follow a layer of this output: a sentence. */
  refuses(shape: NamedShape | undefined): string | undefined;
  /** In order; each follows the one before it where it doesn't say what feeds it. */
  layers(width: number, settings: BlockSettings): readonly BlockLayer[];
}

export interface BlockSetting {
  readonly name: string;
  readonly title: string;
  /** What stands there when it is asked. */
  initial(width: number): number;
  /** What is wrong with a number: a sentence. */
  refuses(value: number, width: number): string | undefined;
}

export type BlockSettings = Readonly<Record<string, number>>;

export interface BlockLayer {
  readonly id: string;
  readonly type: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Ids within the block; `before` is the layer that the block follows. */
  readonly inputs?: readonly (string | typeof before)[];
}

/** In the place of an id: the layer that the block follows. */
export const before = Symbol('before');
