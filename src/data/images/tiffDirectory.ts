/** Fields of a TIFF directory by their tag: the numbers that each holds. Texts and fractions are left out. */
export type TiffFields = ReadonlyMap<number, readonly number[]>;

export interface TiffDirectory {
  readonly fields: TiffFields;
  /** Whether another directory, another picture, follows. */
  readonly more: boolean;
}

/** Values of a field that are read; no field that matters here has more. */
const mostValues = 16;
/** Bytes of the types of fields that hold whole numbers: BYTE, SHORT and LONG. */
const sizes: Readonly<Record<number, 1 | 2 | 4>> = { 1: 1, 3: 2, 4: 4 };

/**
 * The first directory of TIFF (Adobe TIFF 6.0, section 2), which EXIF is made of too; undefined where `bytes` is none, or
 * doesn't reach that far.
 */
export function tiffDirectory(bytes: Uint8Array): TiffDirectory | undefined {
  if (bytes.length < 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const order = view.getUint16(0);
  const little = order === 0x4949;
  if ((!little && order !== 0x4d4d) || view.getUint16(2, little) !== 42) return undefined;
  const start = view.getUint32(4, little);
  if (start + 2 > bytes.length) return undefined;
  const count = view.getUint16(start, little);
  const end = start + 2 + 12 * count;
  if (end + 4 > bytes.length) return undefined;
  const fields = new Map<number, number[]>();
  for (let at = start + 2; at < end; at += 12) {
    const size = sizes[view.getUint16(at + 2, little)];
    const found = view.getUint32(at + 4, little);
    if (!size || found > mostValues) continue;
    const from = found * size <= 4 ? at + 8 : view.getUint32(at + 8, little);
    if (from + found * size > bytes.length) return undefined;
    fields.set(
      view.getUint16(at, little),
      Array.from({ length: found }, (_, i) => {
        const place = from + i * size;
        if (size === 1) return view.getUint8(place);
        return size === 2 ? view.getUint16(place, little) : view.getUint32(place, little);
      }),
    );
  }
  return { fields, more: view.getUint32(end, little) !== 0 };
}

/** The tag of the orientation, in TIFF and in EXIF. */
export const orientationTag = 274;
