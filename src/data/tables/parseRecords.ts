const longDigits = /\d{16}/;
// a string that doesn't end reaches to the end, so that none is begun twice
const stringOrNumber = /"(?:[^"\\]|\\.)*(?:"|$)|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const wholeNumber = /^-?\d{16,}$/;

/** What a text of JSON holds. Whole numbers too long to be told apart as numbers become texts, so that none is merged. */
export function parseRecords(text: string): unknown {
  if (!longDigits.test(text)) return JSON.parse(text);
  return JSON.parse(
    text.replace(stringOrNumber, found =>
      wholeNumber.test(found) && !Number.isSafeInteger(Number(found)) ? `"${found}"` : found,
    ),
  );
}
