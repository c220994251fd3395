import { Random } from '../../core/random';
import type { Training } from '../../core/train/training';
import type { Work } from '../../core/work';
import type { Preprocessing } from '../../data/preprocessing';
import { joinTokens } from '../../data/text/tokenise';
import { mostSample } from '../folder/metricsFile';
import { drawToken } from '../model/generating/drawToken';
import { growing, sliding } from '../model/generating/nextToken';
import type { OpenedRun } from './openedRun';

/** Tokens of a sample. */
const length = { characters: 160, words: 40, bytes: 160 };

/** Milliseconds after which a sample ends where it is: of a network that computes its whole window for each token. */
const longest = 1000;

/**
 * What a network that learns a text writes as it is now: without a start, always with the same draws, so that two samples differ by what
 * was learnt. They aren't those of the training, whose steps are the same with it.
 */
export function sampleOf(
  { text, inputShape, targets }: Preprocessing,
  training: Training,
  every: number | undefined,
): OpenedRun['sample'] {
  if (!text || targets.classes?.length !== text.vocabulary.length) return undefined;
  return { every, write };

  function* write(): Work<string> {
    const { vocabulary, tokens, others, lead } = text!;
    const given = { window: inputShape[0] ?? 1, start: [], lead };
    const { stepper, whole } = training.asked();
    const next = stepper ? growing(stepper, given) : sliding(given);
    const random = new Random(1);
    const drawn: string[] = [];
    const began = performance.now();
    for (let i = 0; i < length[tokens] && performance.now() - began < longest; i++) {
      if (i > 0) yield;
      const shares = 'seen' in next ? whole(next.seen) : next.shares();
      const index = drawToken(shares, { temperature: 1 }, random, others ? vocabulary.length - 1 : undefined);
      next.add(index);
      drawn.push(vocabulary[index]!);
    }
    return joinTokens(drawn, tokens).slice(0, mostSample);
  }
}
