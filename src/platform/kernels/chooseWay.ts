import { switchesOf, type Way } from './compileKernels';
import type { Outcome, TrialOptions } from './trial';

/** The fastest way that works here. */
export interface ChosenWay {
  /** Undefined where none does. */
  readonly way: Way | undefined;
  /** The time that products take by the wide tile as a share of what they take by the other, where that was measured. */
  readonly share?: number | undefined;
  /** What was tried before it and failed, or wasn’t worth it, a sentence each. */
  readonly failures: readonly string[];
  /** Whether it was seen to work; else V8 is left as it is, for this once, and `failures` says why. */
  readonly tried: boolean;
}

export interface Trials {
  /** The fastest first. */
  readonly ways: readonly Way[];
  trial(way: Way, options: TrialOptions): Promise<Outcome>;
  readonly cancelled?: () => boolean;
  /** Milliseconds that all of it may take. */
  readonly limit?: number;
}

/** Far more than it takes: one trial is a tenth of a second or two. */
const longest = 10_000;

/** Tries one way after the other. Rejects with `Cancelled` where it is cancelled meanwhile. */
export async function chooseWay({ ways, trial, cancelled, limit = longest }: Trials): Promise<ChosenWay> {
  const failures: string[] = [];
  const deadline = performance.now() + limit;
  for (const way of ways) {
    const left = deadline - performance.now();
    const outcome: Outcome =
      left > 0
        ? await trial(way, { limit: left, cancelled })
        : { kind: 'passes', cause: 'the time was over' };
    if (outcome.kind === 'works') return { way, share: outcome.share, failures, tried: true };
    if (outcome.kind === 'unknown-switch') continue;
    failures.push(`${wordsOfWay(way)}: ${outcome.cause}.`);
    if (outcome.kind === 'passes') return { way: leftAlone(ways), failures, tried: false };
  }
  return { way: undefined, failures, tried: true };
}

/** The fastest of the ways that ask nothing of V8. */
const leftAlone = (ways: readonly Way[]) =>
  ways.find(way => switchesOf(way).length === 0 && WebAssembly.validate(way.build.sample));

/** `relaxed SIMD with --no-liftoff`, to begin a sentence. */
export function wordsOfWay(way: Way): string {
  const switches = switchesOf(way);
  const title = `${way.build.title[0]!.toUpperCase()}${way.build.title.slice(1)}`;
  return `${title} ${switches.length > 0 ? `with ${switches.join(' ')}` : 'without switches of V8'}`;
}
