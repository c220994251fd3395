import type { Problem, Span } from '../../core/problem';
import type { Module, Statement } from '../syntax/ast';

/** A problem with the statements of the module that its places are in, and where those stood when it was found. */
export interface Anchored {
  readonly problem: Problem;
  readonly anchors: ReadonlyMap<number, { readonly statement: Statement; readonly at: number }>;
}

/** Undefined where it names a place in no statement. */
export function anchored(problem: Problem, module: Module): Anchored | undefined {
  const anchors = new Map<number, { statement: Statement; at: number }>();
  for (const offset of offsetsOf(problem)) {
    const statement = statementAt(module, offset);
    if (!statement) return undefined;
    anchors.set(offset, { statement, at: statement.start });
  }
  return { problem, anchors };
}

/** The problem where its statements stand now; undefined where one of them is gone. */
export function moved(
  { problem, anchors }: Anchored,
  statements: ReadonlySet<Statement>,
): Problem | undefined {
  let distances = 0;
  for (const { statement, at } of anchors.values()) {
    if (!statements.has(statement)) return undefined;
    if (statement.start !== at) distances++;
  }
  if (distances === 0) return problem;
  const by = (offset: number) => {
    const { statement, at } = anchors.get(offset)!;
    return statement.start - at;
  };
  const span = ({ start, end }: Span): Span => ({ start: start + by(start), end: end + by(start) });
  return {
    ...problem,
    span: span(problem.span),
    ...(problem.related && {
      related: problem.related.map(each => ({ ...each, span: span(each.span) })),
    }),
    fixes: problem.fixes.map(fix => ({
      ...fix,
      edits: fix.edits.map(edit => ({ ...edit, offset: edit.offset + by(edit.offset) })),
    })),
  };
}

function offsetsOf({ span, related, fixes }: Problem): number[] {
  return [
    span.start,
    ...(related ?? []).map(each => each.span.start),
    ...fixes.flatMap(({ edits }) => edits.map(({ offset }) => offset)),
  ];
}

function statementAt({ body }: Module, offset: number): Statement | undefined {
  let low = 0;
  let high = body.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (body[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const found = body[low - 1];
  return found && offset <= found.end ? found : undefined;
}
