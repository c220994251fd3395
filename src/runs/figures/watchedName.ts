import { metrics } from '../../core/metrics';
import type { StopReason } from '../../core/train/watch';

/** `test cost`, `train accuracy`. */
export function watchedName({ figure, set }: Pick<StopReason, 'figure' | 'set'>): string {
  return `${set} ${metrics.find(({ type }) => type === figure)?.title ?? 'cost'}`;
}
