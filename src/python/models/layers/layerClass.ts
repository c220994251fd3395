import type { GivenLayer, ReadLayer } from './given/givenLayer';

/** How calls of a class of Keras or PyTorch are read. */
export interface LayerClass {
  readonly library: 'keras' | 'torch';
  /** In `keras.layers` or `torch.nn`; of Keras also the function of that name. */
  readonly names: readonly string[];
  /**
   * What `__init__` takes, in its order and with its defaults; older names stand behind a bar:
   * `units|output_dim, activation=None, use_bias|bias=True`. A setting that `read` doesn’t ask for, and that isn’t
   * given its default, is a fault.
   */
  readonly parameters: string;
  readonly read: (given: GivenLayer) => ReadLayer;
}

/** All classes of one layer of the designer: the one export of a file in this folder. */
export type LayerClasses = readonly LayerClass[];
