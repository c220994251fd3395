import { DataError } from '../data/dataError';
import { Cancelled } from '../data/reading';
import { SafetensorsFault } from '../formats/safetensors';
import { FileFault } from '../platform/fileFault';
import { RunFault } from './runFault';

/** The sentence of an expected fault; undefined where the error is our bug. */
export function faultOf(error: unknown): { readonly message: string; readonly file?: string } | undefined {
  if (error instanceof RunFault) return { message: error.message, file: error.file };
  if (
    error instanceof RangeError &&
    /Array buffer allocation failed|Invalid typed array length|Maximum memory size exceeded|Unable to grow/.test(
      error.message,
    )
  ) {
    return {
      message:
        'There isn’t enough memory for this network and its data: use a smaller batch size, smaller layers or fewer examples.',
    };
  }
  const expected = [DataError, Cancelled, SafetensorsFault, FileFault];
  return error instanceof Error && expected.some(kind => error instanceof kind)
    ? { message: error.message }
    : undefined;
}
