import { stageOf } from '../../../src/runs/stage';
import type { ViewState } from '../../state';
import { child } from '../dom/child';
import { icon } from '../dom/icon';
import { setText } from '../dom/setText';

/** The seed of the run, or the one that Train will take: always seen, since nothing can be repeated without it. */
export function seedInUse(root: HTMLElement, state: ViewState): void {
  const words = seedWords(state);
  root.hidden = words === undefined;
  icon(root, 'symbol-numeric');
  setText(child(root, 'span.words'), words ?? '');
}

export function seedWords({
  run,
  points,
  good,
}: Pick<ViewState, 'run' | 'points' | 'good'>): string | undefined {
  const training = good?.network.training;
  const written = good?.network.span('training.seed') !== undefined;
  const anew = stageOf(run, points.at(-1)) === 'ready' && run?.stale;
  if (run && !anew) {
    const { seed } = run.info;
    if (!training || seed === training.seed) return `Seed ${seed}`;
    return `Seed ${seed}; the file ${written ? `says ${training.seed}` : `says none, which is ${training.seed}`}`;
  }
  if (!training) return undefined;
  return written ? `Seed ${training.seed}` : `Seed ${training.seed}, since the file says none`;
}
