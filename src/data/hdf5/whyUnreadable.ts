import { formatShape } from '../../core/shape';
import { sizeOf } from '../arrays/numericArray';
import { deflateRatio } from '../bytes/inflate';
import { bytesText, counted, listed, quoted } from '../sentence';
import { unknownFilter } from './filters';
import type { Hdf5Dataset } from './hdf5Dataset';

/** Values that were never written take no room in a file: so many bytes of them are believed. */
const unwritten = 16 * 2 ** 20;
/** Past this many bytes for each one in the file an array is one value over and over. */
const mostRatio = 1000;
const harmless = 100e6;

/** Why a data set isn't an array of numbers that can be read, from its header alone; undefined where it is. */
export function whyUnreadable(dataset: Hdf5Dataset, fileSize: number): string | undefined {
  const { what, shape, typeName, filters, type } = dataset;
  const { virtual_sources: sources } = dataset.metadata;
  if (dataset.metadata.shape === null) return `${what} holds nothing; an array of numbers is needed.`;
  if (shape.length === 0) return `${what} holds a single value; an array of numbers is needed.`;
  if (!type) {
    return typeName.startsWith('float') || typeName.includes('int')
      ? `${what} holds ${typeName}, which isn't known. Save it again as float32 or int32.`
      : `${what} holds ${typeName}; an array of numbers is needed.`;
  }
  if (dataset.mayBeOtherFloats) {
    return `${what} is in a file with numbers of ${8 * type.bytes} bits that aren't ${typeName}, such as bfloat16, which can't be told apart here. Save it again as float32.`;
  }
  if (sources) {
    const files = [...new Set(sources.map(source => quoted(source.file_name)))];
    return `${what} is a virtual data set, put together of ${listed(files, 3)}, which isn't read. Write its values into a file: f.create_dataset(name, data=d[:]).`;
  }
  const strange = unknownFilter(filters);
  if (strange) {
    return `${what} is compressed with ${strange}, which can't be read here. Write it again with compression='gzip', or with h5repack -f GZIP=4.`;
  }
  return emptiness(dataset, type.bytes, fileSize);
}

/** Where it claims more than its file can hold. */
function emptiness(
  { what, shape, filters, metadata, typeName }: Hdf5Dataset,
  bytes: number,
  fileSize: number,
): string | undefined {
  const needed = sizeOf(shape) * bytes;
  const chunk = sizeOf(metadata.chunks ?? []) * bytes;
  const most = fileSize * (filters.length > 0 ? deflateRatio : 1);
  if (!Number.isSafeInteger(needed) || Math.max(needed, chunk) > Math.max(most, unwritten)) {
    const claim = `${counted(sizeOf(shape), 'value')} ${formatShape(shape)} of ${typeName}, ${bytesText(Math.max(needed, chunk))}`;
    return `${what} says it holds ${claim}, but the file has only ${bytesText(fileSize)}: most of it was never written, or the file is cut off or damaged.`;
  }
  if (needed > harmless && needed > mostRatio * fileSize) {
    return `${what} packs ${bytesText(needed)} into ${bytesText(fileSize)}, as only one value over and over can be packed: there is nothing to learn from it, and it is not read.`;
  }
  return undefined;
}
