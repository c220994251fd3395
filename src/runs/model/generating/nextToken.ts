import type { Dataset } from '../../../core/train/dataset';
import type { Model } from '../../../core/train/model';

/** What a network says comes next, of a text that grows. */
export interface NextToken {
  /** A share for each token; of use until the next call. */
  shares(): ArrayLike<number>;
  /** The token that came. */
  add(index: number): void;
}

interface Text {
  readonly model: Model;
  readonly inputShape: readonly number[];
  /** The tokens that it begins with. */
  readonly start: readonly number[];
  /** What may stand before them. */
  readonly lead: readonly number[];
}

/**
 * Where every step was learnt, a text of one token says what comes next as well as one of `window` tokens: what a step needs of those
 * before is kept, and nothing is put before the start. Once there are `window` tokens the later half of them begins anew, since a network
 * knows no place beyond.
 */
export function growing({ model, inputShape, start, lead }: Text, kept = true): NextToken | undefined {
  const stepper = model.stepper();
  const [window = 1] = inputShape;
  if (!stepper || model.plan.places === 1) return undefined;
  const most = Math.max(1, window >> 1);
  let seen = (start.length > 0 ? start : lead).slice(start.length > 0 ? -window : -1);
  let coming = seen;
  stepper.begin();
  const whole = kept ? undefined : wholeNetwork({ model, inputShape });
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
export function sliding({ model, inputShape, start, lead }: Text): NextToken {
  const [window = 1] = inputShape;
  const seen = [...lead, ...start].slice(-window);
  if (seen.length < window) throw new Error(`The lead has ${lead.length} tokens, fewer than ${window}.`);
  const whole = wholeNetwork({ model, inputShape });
  return {
    shares: () => whole(seen, model.plan.places - 1),
    add(index) {
      seen.push(index);
      seen.shift();
    },
  };
}

/** What all of the network says of a window, at one of its places. */
function wholeNetwork({ model, inputShape }: Pick<Text, 'model' | 'inputShape'>) {
  let given: readonly number[] = [];
  const dataset: Dataset = {
    m: 1,
    inputShape,
    targets: { n: 1, binary: false, oneHot: false },
    gatherInputs: (_indices, _from, _count, X) => X.set(given),
    gatherTargets() {},
  };
  const only = Uint32Array.of(0);
  return (window: readonly number[], place: number) => {
    given = window;
    // in an order, since without one what was gathered once is kept
    model.gather(dataset, only, 0, 1, false);
    model.programs.use.run(1);
    const { output, perPlace } = model.plan;
    return output.A.data.subarray(place * perPlace, (place + 1) * perPlace);
  };
}
