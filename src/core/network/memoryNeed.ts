/** What a training holds in the memory of the kernels, in bytes, the data left out. */
export interface MemoryNeed {
  /** Weights, their gradients, the optimizer's averages, and what layers keep. */
  readonly parameters: number;
  /** The values and gradients of as many examples as run at once. */
  readonly values: number;
  /** The number of these. */
  readonly examples: number;
}
