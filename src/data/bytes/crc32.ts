/** Four tables, so that four bytes are taken at once: `tables[k][b]` is what byte b does k bytes later. */
const tables = tablesOf(0xedb88320, 4);

/** The checksum of zip, gzip and PNG, of bytes that come piece by piece (ISO 3309, reversed polynomial EDB88320). */
export class Crc32 {
  private register = 0xffffffff;

  add(bytes: Uint8Array): void {
    const [t0, t1, t2, t3] = tables;
    let register = this.register;
    let i = 0;
    for (const end = bytes.length - 3; i < end; i += 4) {
      register ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
      register =
        t3[register & 255]! ^
        t2[(register >>> 8) & 255]! ^
        t1[(register >>> 16) & 255]! ^
        t0[register >>> 24]!;
    }
    for (; i < bytes.length; i++) register = (register >>> 8) ^ t0[(register ^ bytes[i]!) & 255]!;
    this.register = register;
  }

  /** Of all that was added, 0 to 2³² − 1. */
  get value(): number {
    return ~this.register >>> 0;
  }
}

/** Of bytes that are all there. */
export function crc32(bytes: Uint8Array): number {
  const crc = new Crc32();
  crc.add(bytes);
  return crc.value;
}

type Tables = readonly [Int32Array, Int32Array, Int32Array, Int32Array];

function tablesOf(polynomial: number, count: number): Tables {
  const made = Array.from({ length: count }, () => new Int32Array(256));
  for (let byte = 0; byte < 256; byte++) {
    let register = byte;
    for (let bit = 0; bit < 8; bit++) register = (register >>> 1) ^ (register & 1 ? polynomial : 0);
    made[0]![byte] = register;
  }
  for (let k = 1; k < count; k++) {
    for (let byte = 0; byte < 256; byte++) {
      const before = made[k - 1]![byte]!;
      made[k]![byte] = (before >>> 8) ^ made[0]![before & 255]!;
    }
  }
  return made as unknown as Tables;
}
