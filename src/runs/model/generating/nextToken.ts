import type { OneExample } from '../../../core/train/oneExample';
import type { Stepper } from '../../../core/train/stepper';

/** Of a text that grows. */
export interface Text {
  /** T, the tokens that a network sees. */
  readonly window: number;
  /** The tokens that it begins with. */
  readonly start: readonly number[];
  /** What may stand before them. */
  readonly lead: readonly number[];
}

/** What comes next is told by a network that keeps what it needs of the tokens before. */
export interface Growing {
  /** A share for each token; of use until the next call. */
  shares(): ArrayLike<number>;
  /** The token that came. */
  add(index: number): void;
}

/** The tokens that a network sees whole, which move up. */
export interface Sliding {
  readonly seen: readonly number[];
  add(index: number): void;
}

/**
 * Where every step was learnt, a text of one token says what comes next as well as one of `window` tokens: what a step needs of those
 * before is kept, and nothing is put before the start. Once there are `window` tokens the later half of them begins anew, since a network
 * knows no place beyond. `whole` says the same without what is kept.
 */
export function growing(stepper: Stepper, { window, start, lead }: Text, whole?: OneExample): Growing {
  const most = Math.max(1, window >> 1);
  let seen = start.length > 0 ? start.slice(-window) : lead.slice(-1);
  let coming = seen;
  stepper.begin();
  return {
    shares() {
      if (whole) return whole([...seen, ...Array<number>(window - seen.length).fill(0)], seen.length - 1);
      const found = stepper.take(coming);
      coming = [];
      return found;
    },
    add(index) {
      if (seen.length < window) {
        seen = [...seen, index];
        coming = [...coming, index];
        return;
      }
      seen = [...seen, index].slice(-most);
      coming = seen;
      stepper.begin();
    },
  };
}

/** The last `window` tokens, and before a start that has fewer the lead: as a network sees a text that was learnt at its end alone. */
export function sliding({ window, start, lead }: Text): Sliding {
  const seen = [...lead, ...start].slice(-window);
  if (seen.length < window) throw new Error(`The lead has ${lead.length} tokens, fewer than ${window}.`);
  return {
    seen,
    add(index) {
      seen.push(index);
      seen.shift();
    },
  };
}
