const day = 86_400_000; // ms

/**
 * A date of Excel as ISO 8601: days since the end of 1899, in which 1900 has a 29th of February that never was, or since the
 * start of 1904. Undefined where it is no date of the years 1900 to 9999.
 */
export function serialDate(serial: number, from1904: boolean): string | undefined {
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const time = start + Math.round(serial * day);
  // a blank that is shown as a day is 0, the 0th of January 1900
  if (
    serial < (from1904 ? 0 : 1) ||
    !(time < Date.UTC(10_000, 0, 1)) ||
    (!from1904 && Math.floor(serial) === 60)
  )
    return undefined;
  const text = new Date(time).toISOString();
  if (text.endsWith('T00:00:00.000Z')) return text.slice(0, 10);
  return text.slice(0, text.endsWith('.000Z') ? 19 : 23);
}

/** The hour of a day as ISO 8601: `13:45:00`. Undefined where the number isn't a part of one day. */
export function serialTime(serial: number): string | undefined {
  if (!(serial >= 0 && serial < 1)) return undefined;
  const text = new Date(Math.min(day - 1, Math.round(serial * day))).toISOString();
  return text.slice(11, text.endsWith('.000Z') ? 19 : 23);
}
