import type { ProfiledKernels } from '../../core/kernels/profile';
import type { Training } from '../../core/train/training';
import type { Work } from '../../core/work';

/** The training, whose steps alone are measured: an evaluation runs the same layers. */
export function measuredSteps(training: Training, { measure }: Pick<ProfiledKernels, 'measure'>): Training {
  function* measured<T>(work: Work<T>): Work<T> {
    for (;;) {
      measure(true);
      let piece: IteratorResult<Promise<void> | undefined, T>;
      try {
        piece = work.next();
      } finally {
        measure(false);
      }
      if (piece.done) return piece.value;
      yield piece.value;
    }
  }
  // what it is is asked of the training itself, whose figures change
  return Object.create(training, {
    step: { value: () => measured(training.step()) },
    steps: {
      value: (count: number, enough?: () => boolean) => measured(training.steps(count, enough)),
    },
  });
}
