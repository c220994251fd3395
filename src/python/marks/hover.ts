import type { Span } from '../../core/problem';
import type { PythonReport } from '../checkPython';
import type { Module } from '../syntax/ast';
import type { Value } from '../values/value';
import { firstRead } from './firstRead';
import { allStatements } from './statements';
import { layerWords, valueWords } from './words';

/** What a person is told of the expression under the mouse. */
export interface HoverWords {
  readonly span: Span;
  /** `W1: (4, 2) float64`. */
  readonly line: string;
  /** Why: what the expression is made of, and where each part got its shape. Where nothing is known, no `span`. */
  readonly reasons: readonly { readonly line: string; readonly span?: Span; readonly words?: string }[];
}

const longestSource = 60;
const mostReasons = 4;

/** The smallest expression, parameter or layer at an offset of which something is known. */
export function hoverAt(module: Module, report: PythonReport, offset: number): HoverWords | undefined {
  const source = ({ start, end }: Span) => module.text.slice(start, end).replace(/\s+/g, ' ');
  const touched = ({ span }: { readonly span: Span }) => span.start <= offset && offset <= span.end;
  const values = [...report.values, ...report.assignments, ...parameters(module, report, offset)]
    .filter(touched)
    .flatMap(({ span, value }) => {
      const line = valueWords(value);
      // a number that says itself tells nothing
      return line && line !== source(span) ? [{ span, value, line }] : [];
    });
  const [found] = values.sort((a, b) => length(a.span) - length(b.span));
  const [layer] = report.layers.filter(touched).sort((a, b) => length(a.span) - length(b.span));
  if (layer && (!found || length(layer.span) <= length(found.span))) {
    const line = layerWords(layer);
    if (line) return { span: layer.span, line: `${clipped(source(layer.span))}: ${line}`, reasons: [] };
  }
  if (!found) return undefined;
  const { span, value, line } = found;
  const own = reasonOf(value, span, source(span));
  return {
    span,
    line: `${clipped(source(span))}: ${line}`,
    reasons: own ? [own] : partsOf(report, span, source),
  };
}

/** Where a value got its shape, unless that is where it stands. */
function reasonOf(value: Value, span: Span, line: string): HoverWords['reasons'][number] | undefined {
  const { origin } = value;
  if (!origin || (origin.span.start === span.start && !origin.words)) return undefined;
  return { line, span: origin.span, ...(origin.words && { words: origin.words.replace(/^, /, '') }) };
}

/** The arrays and sizes with a name within an expression, each once. */
function partsOf(report: PythonReport, whole: Span, source: (span: Span) => string): HoverWords['reasons'] {
  const found = new Map<string, HoverWords['reasons'][number]>();
  for (const { span, value } of report.values) {
    if (span.start < whole.start || span.end > whole.end || length(span) === length(whole)) continue;
    if (value.kind !== 'array' || found.size >= mostReasons) continue;
    const name = source(span);
    const words = valueWords(value);
    if (!words || found.has(name) || !/^[\w.]+(\[[^\]]{1,30}\])?$/.test(name)) continue;
    const { origin } = value;
    found.set(name, {
      line: `${name}: ${words}`,
      ...(origin && { span: origin.span, ...(origin.words && { words: origin.words.replace(/^, /, '') }) }),
    });
  }
  return [...found.values()];
}

/** The parameter at an offset, with what its name is where the function first reads it. */
function parameters(module: Module, report: PythonReport, offset: number): PythonReport['values'] {
  for (const statement of allStatements(module)) {
    if (statement.kind !== 'function' || offset < statement.start || offset > statement.end) continue;
    const parameter = statement.parameters.find(
      ({ start, name, star }) => start <= offset && offset <= start + (star?.length ?? 0) + name.length,
    );
    if (!parameter) continue;
    const value = firstRead(module, report, statement, parameter.name);
    const start = parameter.start + (parameter.star?.length ?? 0);
    if (value) return [{ span: { start, end: start + parameter.name.length }, value }];
  }
  return [];
}

function length({ start, end }: Span): number {
  return end - start;
}

function clipped(text: string): string {
  return text.length <= longestSource ? text : `${text.slice(0, longestSource - 1)}…`;
}
