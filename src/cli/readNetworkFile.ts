import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { analyze, isReadable } from '../core/analyze';
import { FileFault, onFile } from '../platform/fileFault';

/** No network is written by hand or by canvas to this length. */
const mostBytes = 64e6;

export interface NetworkText {
  /** As it was named. */
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  readonly text: string;
}

/** Throws a `FileFault` where it can't be read, or is plainly a file of another kind: a table, a picture. */
export async function readNetworkFile(name: string): Promise<NetworkText> {
  const network = await readText(name);
  if (!name.endsWith('.nn.json') && !isReadable(analyze(network.text))) {
    throw new FileFault(`${name} isn’t a network file: those end in .nn.json.`, 'EINVAL');
  }
  return network;
}

/** The text of any file that is checked. */
export async function readText(name: string): Promise<NetworkText> {
  const file = resolve(name);
  const bytes = await onFile('read', name, async () => {
    const { size } = await stat(file);
    if (size > mostBytes) {
      const megabytes = Math.round(size / 1e6);
      throw new FileFault(`${name} is too long for a network file: ${megabytes} MB.`, 'EFBIG');
    }
    return readFile(file);
  });
  return { name, file, text: new TextDecoder().decode(bytes) };
}
