import type { DataFacts } from '../network/dataReport';
import type { KnownNetwork, Picture } from './known/knownNetwork';
import { type Output, proposeOutput } from './proposeOutput';

/** A known network made for some data, or why it can't be. */
export type Fit =
  | {
      readonly kind: 'fits';
      readonly picture: Picture;
      readonly output: Output;
      /** What was changed for the data, in parts of a sentence. */
      readonly changes: readonly string[];
      /** Where the data may not be what they were meant to be: what is done with them now, and what to do. */
      readonly warning?: string;
    }
  | {
      readonly kind: 'misfit';
      /** One sentence: what it needs, and what the data are. */
      readonly because: string;
      /** The height and width that it needs at least, where that is what is wrong. */
      readonly side?: number;
    };

/** Pixels are divided by 255 then. */
const isBytes = ({ inputType }: DataFacts) => inputType === 'uint8';

/** Fits a known network to the data; as it was published where nothing is known of them. */
export function fitKnown(known: KnownNetwork, facts: DataFacts | undefined): Fit {
  const { published, title, smallest, answers } = known;
  if (!facts) return { kind: 'fits', picture: published.picture, output: originalOutput(known), changes: [] };
  const picture = pictureOf(facts);
  const misfit = (because: string): Fit => ({ kind: 'misfit', because });
  if (!picture) {
    const values = facts.inputShape.join(' × ');
    return misfit(`${title} looks at pictures, but an example of these data is ${values} values.`);
  }
  const { height, width } = picture;
  if (Math.min(height, width) < smallest) {
    return {
      kind: 'misfit',
      because: `${title} needs pictures of at least ${smallest} × ${smallest}, of which its pools leave something, but these are ${height} × ${width}.`,
      side: smallest,
    };
  }
  const channels = targetChannels(facts, picture);
  if (answers === 'a-picture' && channels === undefined) {
    return misfit(
      `${title} gives a picture for each picture, such as a mask of ${height} × ${width}, but here the labels are ${labels(facts)}.`,
    );
  }
  if (answers === 'once' && channels !== undefined) {
    return misfit(
      `${title} gives one answer for a picture, but here the labels are pictures of ${height} × ${width}.`,
    );
  }
  const output = outputFor(known, facts, picture, channels);
  const warning = answers === 'a-picture' ? masksWarning(facts) : undefined;
  const changes = changesOf(known, picture, output);
  return { kind: 'fits', picture, output, changes, ...(warning && { warning }) };
}

/**
 * The picture that an example is: (height, width, channels) with the channels of grey or colours, or any of bytes; without
 * channels, of bytes or as high as it is wide.
 */
export function pictureOf(facts: DataFacts): Picture | undefined {
  const [height, width, channels] = facts.inputShape;
  if (!height || !width || facts.inputShape.length > 3) return undefined;
  const isPicture = isBytes(facts) || (channels === undefined ? height === width : channels <= 4);
  return isPicture ? { height, width, channels: channels ?? 1 } : undefined;
}

/** The channels of the labels where they are pictures as large as the inputs. */
function targetChannels({ targets }: DataFacts, { height, width }: Picture): number | undefined {
  const channels = targets.n / (height * width);
  return targets.n > 1 && !targets.oneHot && Number.isInteger(channels) ? channels : undefined;
}

/** Most values that are written out. */
const mostListed = 6;

/** Masks are 0 and 1: where they are other whole numbers, classes are meant, but numbers are learnt. */
function masksWarning({ targets: { wholeValues } }: DataFacts): string | undefined {
  if (!wholeValues || wholeValues.length < 2) return undefined;
  const [first, second] = wholeValues as [number, number, ...number[]];
  const learnt = 'which are learnt as amounts, by the mean squared error';
  if (wholeValues.length > 2) {
    const more = wholeValues.length > mostListed ? ', …' : '';
    const listed = `${wholeValues.slice(0, mostListed).join(', ')}${more}`;
    return `The masks hold ${wholeValues.length} whole numbers (${listed}), ${learnt}. If those are classes, masks must be 0 and 1, with one channel a class.`;
  }
  const how = first === 0 ? `divide them by ${second}` : `write 0 for ${first} and 1 for ${second}`;
  return `The masks hold ${first} and ${second}, ${learnt}. Masks must be 0 and 1: ${how}.`;
}

function labels({ targets: { n, classes, oneHot } }: DataFacts): string {
  if (classes || oneHot) return `${classes?.length ?? n} classes`;
  return n === 1 ? 'a number each' : `${n} numbers each`;
}

function originalOutput({ published, answers }: KnownNetwork): Output {
  const { units } = published;
  if (answers === 'once') return { units, activation: 'softmax', loss: 'categorical-cross-entropy' };
  const loss = answers === 'a-picture' ? 'binary-cross-entropy' : 'mean-squared-error';
  return { units, activation: 'sigmoid', loss };
}

function outputFor(
  { answers }: KnownNetwork,
  facts: DataFacts,
  picture: Picture,
  channels: number | undefined,
): Output {
  if (answers === 'its-input') {
    const activation = isBytes(facts) ? 'sigmoid' : 'linear';
    return { units: picture.channels, activation, loss: 'mean-squared-error' };
  }
  const output = proposeOutput(facts);
  return answers === 'a-picture' ? { ...output, units: channels! } : output;
}

function changesOf(known: KnownNetwork, picture: Picture, { units, activation }: Output): string[] {
  const { published, answers, otherwise } = known;
  const size = ({ height, width, channels }: Picture) => `${height} × ${width} × ${channels}`;
  const sizes = size(picture) === size(published.picture) ? [] : [`pictures are ${size(picture)}`];
  const differs = otherwise?.(picture);
  const original = originalOutput(known);
  const last = answers === 'once' ? 'answers' : 'channels';
  const head =
    units === original.units && activation === original.activation
      ? []
      : [`the last layer gives ${units} ${units === 1 ? last.slice(0, -1) : last} by ${activation}`];
  return [...sizes, ...(differs ? [differs] : []), ...head];
}
