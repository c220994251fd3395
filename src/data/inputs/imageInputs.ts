import { formatShape } from '../../core/shape';
import { allocate } from '../arrays/numericArray';
import { statOf, unreadable } from '../bytes/sourceFile';
import { DataError } from '../dataError';
import { pictureShape } from '../examples';
import type { Files } from '../files';
import { openImage } from '../images/openImage';
import { isPictureFile, passedOver } from '../images/passedOver';
import { readFormats } from '../images/readImage';
import type { Preprocessing } from '../preprocessing';
import { type Reading, report } from '../reading';
import { listed } from '../sentence';

import type { RawInputs } from './rawInputs';

/** A picture file, or a folder of them, scaled to the size the network was trained with. */
export async function readImageInputs(
  address: string,
  preprocessing: Preprocessing,
  files: Files,
  reading?: Reading,
): Promise<RawInputs> {
  const folder = (await statOf(files, files.resolve(address), address))?.folder ?? false;
  const size = preprocessing.image ?? pictureShape(preprocessing.inputShape);
  if (!size) {
    const wanted = `the network takes examples of shape ${formatShape(preprocessing.inputShape)}`;
    throw new DataError(
      folder
        ? `${address} is a folder, and only pictures are read from a folder; ${wanted}: name a file with them.`
        : `${address} is a picture, but ${wanted}, not pictures.`,
      { code: 'wrong-width' },
    );
  }
  const { addresses, notes } = folder
    ? await picturesIn(address, files)
    : { addresses: [address], notes: [] };
  const width = size.height * size.width * size.channels;
  const data = allocate(Uint8Array, addresses.length * width, address);
  for (const [i, picture] of addresses.entries()) {
    data.set((await openImage(files, picture, size)).pixels, i * width);
    report(reading, i / addresses.length);
  }
  return { m: addresses.length, data, columns: ['file'], notes, row: index => [addresses[index]!] };
}

async function picturesIn(
  address: string,
  files: Files,
): Promise<{ readonly addresses: readonly string[]; readonly notes: readonly string[] }> {
  const entries = await files.list(files.resolve(address)).catch(error => {
    throw unreadable(address, error);
  });
  const names = entries.filter(isPictureFile).map(entry => entry.name);
  if (names.length === 0) {
    const folders = entries.filter(entry => entry.folder).map(entry => `${address}/${entry.name}`);
    const inside = folders.length > 0 ? ` Of the folders in it, name one: ${listed(folders, 4)}.` : '';
    throw new DataError(`${address} holds no pictures (${readFormats}) itself.${inside}`, {
      code: 'no-examples',
    });
  }
  const others = entries.filter(entry => !entry.folder).map(entry => entry.name);
  return { addresses: names.sort().map(name => `${address}/${name}`), notes: passedOver(others) };
}
