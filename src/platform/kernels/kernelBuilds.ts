import type { Precision } from '../../core/kernels/kernels';

/** What kernels are asked for: a precision, or `exact`, float64 to the last digit of the reference kernels. */
export type KernelKind = Precision | 'exact';

/** A way in which `src/wasm` is compiled; `scripts/kernels.mjs` makes one file of each for each precision. */
export interface KernelBuild {
  readonly type: string;
  /** As people know it. */
  readonly title: string;
  /** A module that V8 takes only where it knows what the build is made of. */
  readonly sample: Uint8Array<ArrayBuffer>;
  /** The switch that an older V8 has to be given before it takes the sample, without its dashes. */
  readonly askedFor?: string;
}

/** A module with one function without arguments that returns a vector: what `body` leaves on the stack. */
function moduleWith(body: readonly number[]): Uint8Array<ArrayBuffer> {
  const code = [0, ...body, 0x0b];
  return new Uint8Array([
    ...[0, 97, 115, 109, 1, 0, 0, 0],
    ...[1, 5, 1, 0x60, 0, 1, 0x7b],
    ...[3, 2, 1, 0],
    ...[10, code.length + 2, 1, code.length, ...code],
  ]);
}

/** v128.const 0 */
const zeros = [0xfd, 12, ...new Array<number>(16).fill(0)];
/** f32x4.relaxed_madd */
const relaxedMadd = [0xfd, 0x85, 0x02];

/** For any sums that are right, the fastest first. */
export const kernelBuilds: readonly KernelBuild[] = [
  {
    type: 'relaxed',
    title: 'relaxed SIMD',
    sample: moduleWith([...zeros, ...zeros, ...zeros, ...relaxedMadd]),
    askedFor: 'experimental-wasm-relaxed-simd',
  },
  { type: 'plain', title: 'SIMD', sample: moduleWith(zeros) },
];

/** The build in float64 that adds in the order of the notes. */
export const exactBuild: KernelBuild = {
  type: 'exact',
  title: 'SIMD in the order of the notes',
  sample: moduleWith(zeros),
};

export const buildFile = (precision: Precision, build: KernelBuild) =>
  `kernels.${precision}.${build.type}.wasm`;
