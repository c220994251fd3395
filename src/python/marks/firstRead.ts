import type { Span } from '../../core/problem';
import type { PythonReport } from '../checkPython';
import type { Module } from '../syntax/ast';
import type { Value } from '../values/value';

/** What a function's parameter is: what its name is where it is first read, if nothing is assigned to it before. */
export function firstRead(
  { text }: Module,
  { values, assignments }: PythonReport,
  { start, end }: Span,
  name: string,
): Value | undefined {
  const isName = ({ span }: { readonly span: Span }) =>
    span.start > start && span.end <= end && text.slice(span.start, span.end) === name;
  const read = values.find(isName);
  const set = assignments.find(isName);
  if (!read) return undefined;
  // `X = X.T` reads on the right before it sets on the left
  const before = set && set.span.end < read.span.start && text.slice(set.span.end, read.span.start);
  return before && !/^ *= *$/.test(before.replace(/(?<![\w.([ ])[\w.([ ]+$/, '')) ? undefined : read.value;
}
