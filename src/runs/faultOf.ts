import type { DataFault } from '../core/network/dataReport';
import { DataError } from '../data/dataError';
import { faultOf as dataFaultOf } from '../data/faultOf';
import { Cancelled } from '../data/reading';
import { SafetensorsFault } from '../formats/safetensors';
import { FileFault } from '../platform/fileFault';
import { RunFault } from './runFault';

/** An expected fault, for a person. */
export interface ExpectedFault {
  /** One sentence. */
  readonly message: string;
  readonly file?: string;
  /** Where it is a fault of the data: the same as a value, with what mends it. */
  readonly data?: DataFault;
}

/** What to say of an expected fault; undefined where the error is our bug. */
export function faultOf(error: unknown): ExpectedFault | undefined {
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
  if (error instanceof DataError) return { message: error.message, data: dataFaultOf(error) };
  const expected = [Cancelled, SafetensorsFault, FileFault];
  return error instanceof Error && expected.some(kind => error instanceof kind)
    ? { message: error.message }
    : undefined;
}
