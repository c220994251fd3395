import { Refusal } from '../data/bytes/refusal';
import { bytesText } from '../data/sentence';
import { openRegular } from './openRegular';

/** What is read whole where nothing else is said. */
const mostBytes = 2 ** 31;
/** What is read at once: a file system refuses 2 GiB. */
const pieceBytes = 2 ** 30;

/** The bytes of a file, as many as it had when it was opened. Throws a `Refusal`, or what the file system says. */
export async function readRegular(path: string, most = mostBytes): Promise<Uint8Array> {
  const handle = await openRegular(path);
  try {
    const { size } = await handle.stat();
    if (size > most) {
      throw new Refusal(`it has ${bytesText(size)}, and at most ${bytesText(most)} are read`, 'EFBIG');
    }
    const bytes = new Uint8Array(size);
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await handle.read(bytes, filled, Math.min(size - filled, pieceBytes), filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await handle.close();
  }
}
