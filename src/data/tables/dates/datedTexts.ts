import { type DateOrder, dateOrders } from '../numbers/notation';
import type { Place } from '../numbers/writtenForms';
import { ownCopy } from '../ownCopy';
import { parseDate } from './parseDate';

/** What is known of the cells of a column that are neither gaps nor numbers: whether they are dates, and of which order. */
export class DatedTexts {
  /** How many are dates, from the first on; none is looked at behind one that isn't. */
  dates = 0;
  first: Place | undefined;
  /** The first that is no date, or of another order than those before it. */
  firstOther: Place | undefined;
  /** The orders in which all so far are dates. */
  orders: readonly DateOrder[] = dateOrders;

  add(cell: string, line: number): void {
    this.first ??= { cell: ownCopy(cell), line };
    if (this.firstOther) return;
    const found = parseDate(cell);
    const orders = this.orders.filter(order => found.some(reading => reading.order === order));
    if (orders.length > 0) {
      this.orders = orders;
      this.dates++;
    } else {
      this.firstOther = { cell: ownCopy(cell), line };
    }
  }
}
