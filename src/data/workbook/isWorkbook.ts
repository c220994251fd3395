const parts = /^(\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/|customXml\/)/;

/** Whether a file begins as a workbook of Excel does: a zip archive whose first file is a part of one. */
export function isWorkbook(head: Uint8Array): boolean {
  if (head[0] !== 0x50 || head[1] !== 0x4b || head[2] !== 3 || head[3] !== 4 || head.length < 31)
    return false;
  const length = head[26]! | (head[27]! << 8);
  return parts.test(String.fromCharCode(...head.subarray(30, 30 + Math.min(length, 64))));
}
