import { type DateOrder, dateOrders } from '../numbers/notation';

/** What a date is in an order in which it could be one. */
export interface DateReading {
  readonly order: DateOrder;
  /** Since 1970-01-01, the time of day as a share of one. */
  readonly days: number;
}

const time =
  /(?:(?<![T ])[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?([AaPp])\.?[Mm]\.?)?(?: ?(?:Z|UTC|GMT|([+-]\d{2}):?(\d{2})?))?)?$/;
const yearFirst = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?=$|[T ])/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?=$|[T ])/;
const namedDayFirst = /^(\d{1,2})[- .]{1,2}([A-Za-z]{3,9})[-,. ]{1,2}(\d{4})(?=$|[T ])/;
const namedMonthFirst = /^([A-Za-z]{3,9})[-. ]{1,2}(?:(\d{1,2}),? )?(\d{4})(?=$|[T ])/;
const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const longest = 48;

/** The orders in which a cell is a date, perhaps with the time of day, and which; none where it is no date. */
export function parseDate(cell: string): readonly DateReading[] {
  const text = cell.trim();
  if (text.length < 6 || text.length > longest) return [];
  const found = dateIn(text);
  const clock = found && time.exec(text.slice(found.length));
  const share = clock?.index === 0 ? shareOfDay(clock) : undefined;
  if (!found || share === undefined) return [];
  return found.readings.flatMap(({ order, parts }) => {
    const days = daysOf(parts);
    return days === undefined ? [] : [{ order, days: days + share }];
  });
}

type Parts = readonly [year: number, month: number, day: number];

interface FoundDate {
  readonly readings: readonly { readonly order: DateOrder; readonly parts: Parts }[];
  /** Letters of the text that it takes. */
  readonly length: number;
}

function dateIn(text: string): FoundDate | undefined {
  let match = yearFirst.exec(text);
  if (match) {
    const parts = [Number(match[1]), Number(match[3]), Number(match[4] ?? 1)] as const;
    return { readings: [{ order: 'year-first', parts }], length: match[0].length };
  }
  match = yearLast.exec(text);
  if (match) {
    const [a, b, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
    const dayFirst = { order: 'day-first', parts: [year, b, a] } as const;
    const monthFirst = { order: 'month-first', parts: [year, a, b] } as const;
    // nobody writes 1.31.2020
    return { readings: match[2] === '.' ? [dayFirst] : [dayFirst, monthFirst], length: match[0].length };
  }
  match = namedDayFirst.exec(text);
  if (match) return named(match[2]!, Number(match[1]), Number(match[3]), match[0].length);
  match = namedMonthFirst.exec(text);
  if (match) return named(match[1]!, Number(match[2] ?? 1), Number(match[3]), match[0].length);
  return undefined;
}

/** A month with a name can't be taken for a day, so it goes with dates of every order. */
function named(name: string, day: number, year: number, length: number): FoundDate | undefined {
  const word = name.toLowerCase();
  // its first three letters, four of September, or all of it: an Octavia of 2015 is no date
  const month =
    months.findIndex(
      each => word === each || word === each.slice(0, each === 'september' && word.length === 4 ? 4 : 3),
    ) + 1;
  if (month === 0) return undefined;
  return { readings: dateOrders.map(order => ({ order, parts: [year, month, day] })), length };
}

function daysOf([year, month, day]: Parts): number | undefined {
  if (year < 1500 || year > 2200 || month < 1 || month > 12 || day < 1) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day ? date.getTime() / 86_400_000 : undefined;
}

function shareOfDay([, hours, minutes, seconds, half, zoneHours, zoneMinutes]: RegExpExecArray) {
  if (hours === undefined) return 0;
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const [minute, second] = [Number(minutes), Number(seconds ?? 0)];
  if (hour > 24 || minute > 59 || second > 60) return undefined;
  const zone = zoneHours
    ? Number(zoneHours) * 60 + (zoneHours[0] === '-' ? -1 : 1) * Number(zoneMinutes ?? 0)
    : 0;
  return ((hour * 60 + minute - zone) * 60 + second) / 86_400;
}
