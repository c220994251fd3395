import { type DateOrder, dateOrders } from '../numbers/notation';
import type { Place } from '../numbers/writtenForms';
import { ownCopy } from '../ownCopy';
import { parseDate } from './parseDate';

/** Cells that are no dates after which a column of texts isn't looked at any more. */
const fewOthers = 8;

/** What is known of the cells of a column that are neither gaps nor numbers: whether they are dates, and of which order. */
export class DatedTexts {
  /** How many are dates; none is looked at behind too many that aren't. */
  dates = 0;
  first: Place | undefined;
  /** The first that is no date, or of another order than those before it. */
  firstOther: Place | undefined;
  private others = 0;
  /** The orders in which all so far are dates. */
  orders: readonly DateOrder[] = dateOrders;

  add(cell: string, line: number): void {
    this.first ??= { cell: ownCopy(cell), line };
    if (this.others > fewOthers + this.dates / 8) return;
    const found = parseDate(cell);
    const orders = this.orders.filter(order => found.some(reading => reading.order === order));
    if (orders.length > 0) {
      this.orders = orders;
      this.dates++;
    } else {
      this.others++;
      this.firstOther ??= { cell: ownCopy(cell), line };
    }
  }
}
