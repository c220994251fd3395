import type { Work } from '../work';
import type { Dataset } from './dataset';
import type { Order } from './gather';
import type { Model } from './model';

/**
 * Waits until examples `from … from + count` of an order can be gathered at once. False where it was left before, because
 * `enough` said so.
 */
export function* arrived(
  { arriving }: Pick<Model, 'arriving'>,
  dataset: Dataset,
  order: Order,
  from: number,
  count: number,
  enough?: () => boolean,
): Work<boolean> {
  for (;;) {
    const promise = arriving(dataset, order, from, count);
    if (!promise) return true;
    yield promise;
    if (enough?.()) return false;
  }
}
