import type { Problem } from '../../core/problem';
import { basename } from '../../platform/path';
import { withLayer } from './withLayer';

/** A problem of a network file as one sentence, which names its layer: `mistakes.nn.json, line 8: …`. */
export function atLine(
  file: string,
  text: string,
  problem: Pick<Problem, 'span' | 'message' | 'layer'>,
): string {
  const line = text.slice(0, problem.span.start).split(/\r\n|\r|\n/).length;
  return `${basename(file)}, line ${line}: ${withLayer(problem)}`;
}
