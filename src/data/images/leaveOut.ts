import { DataError } from '../dataError';
import { listed } from '../sentence';

/** A picture that can't be read, and the sentence that says why. */
export interface BadPicture {
  readonly address: string;
  readonly message: string;
}

/** The fault of pictures that can't be read: all are named, and can be left out together. `left` are left out already. */
export function badPictures(bad: readonly BadPicture[], left: readonly string[]): DataError {
  const [first, ...others] = bad;
  const names = others.map(({ address }) => address);
  const more = names.length > 0 ? ` Nor can ${listed(names, 12)}.` : '';
  const what = names.length > 0 ? 'them, or leave them out' : 'it, or leave it out';
  return new DataError(`${first!.message}${more} Replace ${what}.`, {
    code: 'bad-picture',
    field: 'data.images',
    fixes: [
      {
        title: names.length > 0 ? `Leave out these ${bad.length} pictures` : `Leave out ${first!.address}`,
        path: ['data', 'leaveOut'],
        value: [...left, ...bad.map(({ address }) => address)],
      },
    ],
  });
}
