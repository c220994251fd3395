import { callOf } from './interpreted';
import type { Kernels, Op, Program } from './kernels';
import { isBatch, rowsPerExample } from './operands';

/** What the ops of one part of a step took in all steps that were measured. */
export interface ProfiledPart {
  /** Absent for what is outside layers: then `call` says what it is. */
  readonly layer?: string;
  readonly pass?: 'forward' | 'backward';
  readonly call?: string;
  readonly milliseconds: number;
  /** Floating-point operations of its products; of an update or a pool none are counted. */
  readonly flops: number;
}

export interface Profile {
  /** Steps that were measured. */
  readonly steps: number;
  /** All that they took: besides the parts the labels, the order of the examples, and waiting. */
  readonly milliseconds: number;
  readonly parts: readonly ProfiledPart[];
  /** The most floating-point operations that these kernels do in a second; undefined where they have no tile. */
  readonly peak: number | undefined;
}

export interface ProfiledKernels {
  readonly kernels: Kernels;
  /** Measures from now on, or no longer: an evaluation runs the same programs as a step. */
  measure(yes: boolean): void;
  profile(): Profile;
}

/** Steps that aren't measured. The first steps run before V8 has made fast code of the kernels. */
export const warmUp = 3;
/** Calls that are products, whose operations are worth counting. */
const products = /^(affine|convolve|depthwise|innerProducts)/;

/**
 * Kernels that run each op by itself and say how long it took, by a clock of milliseconds. What they compute is the same; a
 * step takes a little longer, as threads meet after every op.
 */
export function profiledKernels(kernels: Kernels, now: () => number): ProfiledKernels {
  const parts = new Map<string, { -readonly [K in keyof ProfiledPart]: ProfiledPart[K] }>();
  let measuring = false;
  let steps = 0;
  let milliseconds = 0;
  let since = 0;

  const partOf = ({ of, call }: Op) => {
    const key = of ? `${of.pass} ${of.layer}` : call;
    const known = parts.get(key) ?? { ...(of ?? { call }), milliseconds: 0, flops: 0 };
    parts.set(key, known);
    return known;
  };
  const stepped = () => {
    steps++;
    if (steps !== warmUp) return;
    for (const part of parts.values()) part.milliseconds = part.flops = 0;
    milliseconds = 0;
    since = now();
  };

  const compile = (ops: readonly Op[]): Program => {
    const timed = ops.map(op => ({
      program: kernels.compile([op]),
      part: partOf(op),
      flops: flopsOf(op),
      ends: op.call === 'advance',
    }));
    return {
      run(m, times = 1) {
        for (let i = 0; i < times; i++) {
          for (const { program, part, flops, ends } of timed) {
            const began = now();
            program.run(m);
            if (!measuring) continue;
            part.milliseconds += now() - began;
            part.flops += flops * m;
            if (ends) stepped();
          }
        }
      },
    };
  };

  return {
    kernels: { ...kernels, compile },
    measure(yes) {
      if (measuring) milliseconds += now() - since;
      measuring = yes;
      since = now();
    },
    profile: () => ({
      steps: Math.max(0, steps - warmUp),
      milliseconds,
      parts: [...parts.values()].filter(({ milliseconds }) => milliseconds > 0),
      peak: kernels.peak?.(),
    }),
  };
}

/** Of an op for each example; 0 where it isn't a product. */
function flopsOf(op: Op): number {
  if (!products.test(op.call)) return 0;
  const [batch] = (op.args as readonly unknown[]).filter(isBatch);
  return (callOf(op).work?.(...op.args) ?? 0) * (batch ? rowsPerExample(batch) : 1);
}
