import type { Dataset } from './dataset';
import type { Order } from './gather';
import type { Model } from './model';
import type { Work } from './work';

/** Waits until examples `from … from + count` of an order can be gathered at once. */
export function* arrived(
  { arriving }: Pick<Model, 'arriving'>,
  dataset: Dataset,
  order: Order,
  from: number,
  count: number,
): Work<void> {
  for (;;) {
    const promise = arriving(dataset, order, from, count);
    if (!promise) return;
    yield promise;
  }
}
