import type { Problem } from '../../../core/problem';
import type { Module, Statement } from '../../syntax/ast';
import type { CollectedFindings, LayerNote } from '../collectFindings';
import { type Anchored, anchoredLayer, anchoredProblem, movedLayer, movedProblem } from './anchors';

/** What a piece of work found, for checks of the text after edits elsewhere. */
export interface KeptFindings {
  readonly findings: CollectedFindings;
  readonly problems: readonly Anchored<Problem>[];
  readonly layers: readonly Anchored<LayerNote>[];
}

/** Undefined where something was found at a place in no statement. */
export function keptFindings(findings: CollectedFindings, module: Module): KeptFindings | undefined {
  const problems = all(findings.problems.map(problem => anchoredProblem(problem, module)));
  const layers = all(findings.layers.map(note => anchoredLayer(note, module)));
  return problems && layers && { findings, problems, layers };
}

/** The problems and layers where they are now; undefined where a statement that one stands in is gone. */
export function foundNow(kept: KeptFindings, statements: ReadonlySet<Statement>) {
  const problems = all(kept.problems.map(problem => movedProblem(problem, statements)));
  const layers = all(kept.layers.map(note => movedLayer(note, statements)));
  return problems && layers && { problems, layers };
}

function all<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  return items.includes(undefined) ? undefined : (items as readonly T[]);
}
