import type { Problem } from '../../core/problem';
import { basename } from '../../platform/path';

/** A problem of a network file as one sentence: `mistakes.nn.json, line 8: …`. */
export function atLine(
  file: string,
  text: string,
  { span, message }: Pick<Problem, 'span' | 'message'>,
): string {
  const line = text.slice(0, span.start).split(/\r\n|\r|\n/).length;
  return `${basename(file)}, line ${line}: ${message}`;
}
