/**
 * Switches of V8 under which a module is compiled, without their dashes. None may be set in a process that matters before
 * `trial.ts` has seen a process of its own survive it.
 */
export interface Switches {
  readonly type: string;
  /** What it does for the kernels, to follow a colon. */
  readonly title: string;
  /** Set while the module is compiled, and then taken back: V8 has had these as their opposite since it has had them. */
  readonly during: readonly string[];
  /** Left as it was set, since the versions of V8 don't agree on what it is otherwise. */
  readonly after: readonly string[];
  /** Whether V8 packs pairs of vectors into one of 256 bits, for which products have a tile of their own. */
  readonly pairs?: boolean;
}

const atOnce = ['no-liftoff', 'no-wasm-lazy-compilation'];

/**
 * What is tried, the fastest first. Else V8 begins with slow code and finds out while it runs what to optimize, which is
 * over only when a short training is: all code at once takes some 30 ms and halves the time of a small network. Inlining
 * brings the kernels nothing, and with the other two V8 14 ends the process over it. Pairs are for processors with AVX2: a
 * trial measures whether they bring anything.
 */
export const switchSets: readonly Switches[] = [
  {
    type: 'at-once-pairs',
    title: 'all code optimized at the start, pairs of vectors in one of 256 bits',
    during: [...atOnce, 'experimental-wasm-revectorize'],
    after: ['no-wasm-inlining'],
    pairs: true,
  },
  { type: 'at-once', title: 'all code optimized at the start', during: atOnce, after: ['no-wasm-inlining'] },
  { type: 'at-once-inlined', title: 'all code optimized at the start', during: atOnce, after: [] },
  { type: 'none', title: 'optimized while it runs', during: [], after: [] },
];

export const opposite = (name: string) => (name.startsWith('no-') ? name.slice(3) : `no-${name}`);
