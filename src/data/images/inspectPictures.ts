import { DataError } from '../dataError';
import type { Files } from '../files';
import { type Reading, report, turn } from '../reading';
import { counted, listed } from '../sentence';
import type { BadPicture } from './leaveOut';
import { inspectImage } from './openImage';
import type { FoundHeader } from './readImage';

/** Pictures that are looked into before a training; of more, the others are seen when they are read. */
const mostInspected = 10_000;
/** Files that are open at once. */
const atOnce = 8;
/** Names that a sentence gives. */
const mostNames = 3;

export interface Inspection {
  /** The header of the first picture that can be read. */
  readonly first?: { readonly address: string; readonly header: FoundHeader };
  readonly bad: readonly BadPicture[];
  /** What was found out, a sentence each. */
  readonly choices: readonly string[];
}

/** Looks at the header and the end of each picture, so that what is wrong with one is known before a training. */
export async function inspectPictures(
  files: Files,
  addresses: readonly string[],
  reading: Reading | undefined,
): Promise<Inspection> {
  const looked = addresses.slice(0, mostInspected);
  const found: (FoundHeader | BadPicture)[] = [];
  for (let from = 0; from < looked.length; from += atOnce) {
    const some = looked.slice(from, from + atOnce);
    found.push(...(await Promise.all(some.map(address => inspect(files, address)))));
    report(reading, from / looked.length);
    if (from % 512 === 0) await turn();
  }
  const turned: string[] = [];
  const deep: string[] = [];
  const moving: string[] = [];
  for (const [i, header] of found.entries()) {
    if ('message' in header) continue;
    if (header.orientation !== 1) turned.push(looked[i]!);
    if (header.lost === 'bits') deep.push(looked[i]!);
    if (header.lost === 'frames') moving.push(looked[i]!);
  }
  const good = found.findIndex(header => !('message' in header));
  return {
    ...(good >= 0 ? { first: { address: looked[good]!, header: found[good] as FoundHeader } } : {}),
    bad: found.filter(header => 'message' in header),
    choices: [
      ...sentence(turned, 'is turned upright, as its EXIF says', 'are turned upright, as their EXIF says'),
      ...sentence(
        deep,
        'has 16 bits a colour; the upper 8 are taken',
        'have 16 bits a colour; the upper 8 are taken',
      ),
      ...sentence(
        moving,
        'holds several pictures; the first is taken',
        'hold several pictures; the first is taken',
      ),
      ...(looked.length < addresses.length
        ? [`The first ${looked.length} pictures were looked into; the others are seen when they are read.`]
        : []),
    ],
  };
}

async function inspect(files: Files, address: string): Promise<FoundHeader | BadPicture> {
  try {
    return await inspectImage(files, address);
  } catch (error) {
    if (error instanceof DataError) return { address, message: error.message };
    throw error;
  }
}

function sentence(addresses: readonly string[], one: string, several: string): string[] {
  if (addresses.length === 0) return [];
  const what = addresses.length === 1 ? one : several;
  return [`${counted(addresses.length, 'picture')} ${what}: ${listed(addresses, mostNames)}.`];
}
