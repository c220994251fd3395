import { analyze, type Snapshot } from '../../../src/core/analyze';

export interface LayerText {
  readonly id: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The snapshot of a network file with these layers and training settings, which must have no error. */
export function snapshotOf(
  layers: readonly LayerText[],
  training: Readonly<Record<string, unknown>>,
): Snapshot {
  const snapshot = analyze(JSON.stringify({ layers, training: { iterations: 1000, ...training } }));
  const errors = snapshot.problems.filter(problem => problem.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(problem => problem.message).join(' '));
  return snapshot;
}
