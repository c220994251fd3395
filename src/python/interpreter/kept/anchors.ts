import type { Problem, Span } from '../../../core/problem';
import type { Module, Statement } from '../../syntax/ast';
import type { LayerNote } from '../collectFindings';

/** For places in the text, the statements of the module that they are in, and where those stood then. */
type Anchors = ReadonlyMap<number, { readonly statement: Statement; readonly at: number }>;

/** What was found, with what moves its places. */
export interface Anchored<T> {
  readonly found: T;
  readonly anchors: Anchors;
}

/** Undefined where it names a place in no statement. */
export function anchoredProblem(found: Problem, module: Module): Anchored<Problem> | undefined {
  const { span, related, fixes } = found;
  return anchored(found, module, [
    span.start,
    ...(related ?? []).map(each => each.span.start),
    ...fixes.flatMap(({ edits }) => edits.map(({ offset }) => offset)),
  ]);
}

export function anchoredLayer({ span, ...note }: LayerNote, module: Module): Anchored<LayerNote> | undefined {
  // copied: a node would move by itself
  const { start, end } = span;
  return anchored({ ...note, span: { start, end } }, module, [start]);
}

/** The problem where its statements stand now; undefined where one of them is gone. */
export function movedProblem(
  { found, anchors }: Anchored<Problem>,
  statements: ReadonlySet<Statement>,
): Problem | undefined {
  const move = mover(anchors, statements);
  return (
    move && {
      ...found,
      span: moved(found.span, move),
      ...(found.related && {
        related: found.related.map(each => ({ ...each, span: moved(each.span, move) })),
      }),
      fixes: found.fixes.map(fix => ({
        ...fix,
        edits: fix.edits.map(edit => ({ ...edit, offset: edit.offset + move(edit.offset) })),
      })),
    }
  );
}

export function movedLayer(
  { found, anchors }: Anchored<LayerNote>,
  statements: ReadonlySet<Statement>,
): LayerNote | undefined {
  const move = mover(anchors, statements);
  return move && { ...found, span: moved(found.span, move) };
}

function anchored<T>(found: T, module: Module, offsets: readonly number[]): Anchored<T> | undefined {
  const anchors = new Map<number, { statement: Statement; at: number }>();
  for (const offset of offsets) {
    const statement = statementAt(module, offset);
    if (!statement) return undefined;
    anchors.set(offset, { statement, at: statement.start });
  }
  return { found, anchors };
}

/** How far each place has moved. */
function mover(
  anchors: Anchors,
  statements: ReadonlySet<Statement>,
): ((offset: number) => number) | undefined {
  for (const { statement } of anchors.values()) if (!statements.has(statement)) return undefined;
  return offset => {
    const { statement, at } = anchors.get(offset)!;
    return statement.start - at;
  };
}

function moved({ start, end }: Span, move: (offset: number) => number): Span {
  const distance = move(start);
  return { start: start + distance, end: end + distance };
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
