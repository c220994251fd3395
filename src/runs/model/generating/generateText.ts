import { Random } from '../../../core/random';
import { oneExample } from '../../../core/train/oneExample';
import { Cancelled, DataError } from '../../../data/data';
import type { Reading } from '../../../data/reading';
import { counted, listed, quoted } from '../../../data/sentence';
import { tokenise, tokenName } from '../../../data/text/tokenise';
import { indicesOf, unknown } from '../../../data/text/vocabulary';
import { Pace } from '../../pacing/pace';
import { RunFault } from '../../runFault';
import type { SavedModel } from '../savedModel';
import { type Drawing, drawToken } from './drawToken';
import { growing, sliding } from './nextToken';

export interface Generating extends Drawing {
  readonly start: string;
  /** How many tokens are drawn. */
  readonly length: number;
  readonly seed: number;
  /** Whether what later tokens need is kept from token to token, where the network can. Without, the same text takes longer. */
  readonly kept?: boolean;
}

/**
 * Goes on with a start token after token, each drawn from what the network says comes next, which then is what the next is told
 * from. Yields what is to be written; the same seed gives the same text. Throws a fault where the model isn't one of a text.
 */
export async function* generateText(
  { model, preprocessing, file }: SavedModel,
  { start, length, seed, kept = true, ...drawing }: Generating,
  reading: Reading = {},
): AsyncGenerator<string, undefined> {
  const { text, inputShape } = preprocessing;
  if (!text || model.plan.perPlace !== text.vocabulary.length)
    throw new RunFault(
      text
        ? `The network has ${counted(model.plan.perPlace, 'output')}, but the text has ${counted(text.vocabulary.length, 'token')}: only a softmax of as many says what comes next.`
        : 'The network wasn’t trained on a text, so there is nothing to go on with: its data need "text".',
      file,
    );
  const tokens = [...tokenise(start, text.tokens)];
  const indices = await indicesOf(tokens, text);
  const strange = [...new Set(tokens.filter((_, i) => indices[i] === unknown))];
  if (strange.length > 0) {
    throw new DataError(
      `The start holds ${text.tokens} that weren’t in the text of the training: ${listed(strange.map(token => quoted(tokenName(token))))}.`,
      { code: 'unknown-token' },
    );
  }
  const given = { window: inputShape[0] ?? 1, start: [...indices], lead: text.lead };
  const stepper = model.stepper();
  const whole = oneExample(model);
  const next = stepper ? growing(stepper, given, kept ? undefined : whole) : sliding(given);
  const pace = new Pace();
  const random = new Random(seed);
  const decoder = new TextDecoder();
  const left = text.others ? text.vocabulary.length - 1 : undefined;
  let lineBegins = tokens.length === 0;
  for (let i = 0; i < length; i++) {
    if (reading.cancelled?.()) throw new Cancelled();
    if (pace.over) await pace.breathe();
    const shares = 'seen' in next ? whole(next.seen) : next.shares();
    const index = drawToken(shares, drawing, random, left);
    next.add(index);
    const token = text.vocabulary[index]!;
    if (text.tokens === 'words') yield lineBegins || token === '\n' ? token : ` ${token}`;
    else if (text.tokens === 'bytes')
      yield decoder.decode(Uint8Array.of(Number.parseInt(token, 16)), { stream: true });
    else yield token;
    lineBegins = token === '\n';
  }
}
