import type { Problem, Span } from '../../core/problem';
import { ignoredCodes } from '../contracts/ignoreComments';
import type { Report } from '../ops/call';
import { ruleOf } from '../rules';
import type { Module } from '../syntax/ast';
import { joinValues } from '../values/joinValues';
import { itemsOf, list, none, unknown, type Value } from '../values/value';
import { shapeWords } from '../values/words';

/** A layer of a network that the program makes, for the mark beside it. */
export interface LayerNote {
  readonly span: Span;
  readonly output?: string;
  readonly parameters?: number;
}

/** What is under way where a problem is found. */
interface Circumstances {
  /** False where shapes are taken from documents, which may be wrong. */
  readonly isSure: boolean;
  /** Where the calls under way stand, outermost first. */
  readonly calls: readonly Span[];
}

/** A value at its place in the text. */
export interface PlacedValue {
  readonly span: Span;
  readonly value: Value;
}

export interface Collected {
  readonly problems: readonly Problem[];
  readonly values: readonly PlacedValue[];
  readonly assignments: readonly PlacedValue[];
  readonly layers: readonly LayerNote[];
}

/** Keeps what the interpreter finds: each problem once, and what an expression is in all the runs of its function
 * that know it. */
export class CollectedFindings {
  readonly #problems = new Map<string, Problem>();
  readonly #values = new Map<number, PlacedValue>();
  readonly #assignments = new Map<number, PlacedValue>();
  readonly #layers = new Map<number, LayerNote>();

  report(site: Span, found: Report, { isSure, calls }: Circumstances): void {
    const { start, end } = found.span ?? site;
    const key = problemKey(found.code, { start, end });
    if (this.#problems.has(key)) return;
    const standard = found.severity ?? ruleOf(found.code)?.severity ?? 'error';
    const related = [...(found.related ?? []), ...callers(calls)].map(({ message, span }) => ({
      message,
      span: copy(span),
    }));
    // only where no size may be anything else
    const isCertain = isSure && found.certainty !== 'different in general';
    const severity = !isCertain && standard === 'error' ? 'warning' : standard;
    this.#problems.set(key, {
      code: found.code,
      severity,
      message: found.message,
      span: { start, end },
      ...(related.length > 0 && { related }),
      fixes: found.fixes ?? [],
    });
  }

  value(node: Span, value: Value): void {
    keep(this.#values, node, shown(value));
  }

  assigned(target: Span, value: Value): void {
    keep(this.#assignments, target, shown(value));
  }

  layer(note: LayerNote): void {
    this.#layers.set(keyOf(note.span), note);
  }

  get problems(): readonly Problem[] {
    return [...this.#problems.values()];
  }

  get layers(): readonly LayerNote[] {
    return [...this.#layers.values()];
  }

  /** Takes over what another found, as if it were found after what this one has; problems and layers as they are now. */
  add(
    other: CollectedFindings,
    { problems, layers }: Pick<CollectedFindings, 'problems' | 'layers'> = other,
  ): void {
    for (const problem of problems) {
      const key = problemKey(problem.code, problem.span);
      if (!this.#problems.has(key)) this.#problems.set(key, problem);
    }
    for (const placed of other.#values.values()) keep(this.#values, placed.span, placed.value, placed);
    for (const placed of other.#assignments.values())
      keep(this.#assignments, placed.span, placed.value, placed);
    for (const note of layers) this.layer(note);
  }

  collected(module: Module): Collected {
    const ignored = ignoredCodes(module);
    return {
      problems: [...this.#problems.values()].filter(problem => !ignored(problem)).sort(byPlace),
      values: [...this.#values.values()].map(fixedPlace).sort(byPlace),
      assignments: [...this.#assignments.values()].map(fixedPlace).sort(byPlace),
      layers: [...this.#layers.values()].map(note => ({ ...note, span: copy(note.span) })).sort(byPlace),
    };
  }
}

const mostCallers = 3;

/** The calls that lead to where a problem is found, innermost first. */
function callers(calls: readonly Span[]): NonNullable<Problem['related']> {
  return calls
    .slice(-mostCallers)
    .reverse()
    .map(({ start, end }) => ({ message: 'in the run for this call', span: { start, end } }));
}

/** Nodes stand for their places until all is found: what is remembered of them moves with the text. */
function keep(places: Map<number, PlacedValue>, span: Span, value: Value, placed?: PlacedValue): void {
  const key = keyOf(span);
  const before = places.get(key);
  if (!before || before.value.kind === 'unknown') {
    places.set(key, placed ?? { span, value });
    return;
  }
  if (before.value === value || before.value === various || value.kind === 'unknown') return;
  const joined = value === various ? various : joinShown(before.value, value);
  if (joined !== before.value)
    places.set(key, { span: before.span, value: joined.kind === 'unknown' ? various : joined });
}

/** Of what is known in several runs and has nothing in common there is nothing to show, in whatever order they come. */
const various: Value = { kind: 'none' };

/**
 * What may be shown of a value. A list is what it is now, whatever is done to it later; of what is only the same as
 * itself there is nothing to show.
 */
function shown(value: Value, depth = 0): Value {
  switch (value.kind) {
    case 'unknown':
      return value.lists ? none : value;
    case 'function':
    case 'class':
    case 'instance':
    case 'op':
    case 'module':
    case 'dict':
      return none;
    case 'tuple':
      return { ...value, items: value.items.map(item => shown(item, depth + 1)) };
    case 'list': {
      const items = depth === 0 ? itemsOf(value) : undefined;
      return items ? list(items.map(item => shown(item, depth + 1))) : none;
    }
    default:
      return value;
  }
}

function joinShown(a: Value, b: Value): Value {
  if (a.kind === 'list' && b.kind === 'list') return shapeWords(a) === shapeWords(b) ? a : unknown;
  return joinValues(a, b);
}

function fixedPlace({ span, value }: PlacedValue): PlacedValue {
  const { origin } = value;
  return {
    span: copy(span),
    value: origin ? { ...value, origin: { ...origin, span: copy(origin.span) } } : value,
  };
}

function byPlace(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

function copy({ start, end }: Span): Span {
  return { start, end };
}

function problemKey(code: string, { start, end }: Span): string {
  return `${code} ${start} ${end}`;
}

/** Small whole numbers where they do: a map finds those fastest. */
function keyOf({ start, end }: Span): number {
  const length = end - start;
  return start < 2 ** 18 && length < 2 ** 12 ? start * 2 ** 12 + length : -(start * 2 ** 26 + end);
}
