/** What may stand between thousands. A blank is one for all kinds of blank, `'` for ’ too. */
export type Thousands = ',' | '.' | ' ' | "'";

export type Decimal = '.' | ',';

/** In which order the days, months and years of a column of dates stand. */
export const dateOrders = ['year-first', 'day-first', 'month-first'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** How the numbers of a column are written. */
export interface NumberNotation {
  /** What stands before the decimals. */
  readonly decimal: Decimal;
  /** What stands between thousands, where anything does. */
  readonly thousands?: Thousands;
  /** The sign of a currency or of percent that stands before or behind each, and is left out. */
  readonly sign?: string;
}

/** How a column is turned into numbers: dates are days since 1970-01-01. */
export type Notation = NumberNotation | { readonly date: DateOrder };

/** As a computer writes them. */
export const plainly: NumberNotation = { decimal: '.' };
