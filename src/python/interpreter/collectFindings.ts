import type { Problem, Span } from '../../core/problem';
import { ignoredCodes } from '../contracts/ignoreComments';
import type { Report } from '../ops/call';
import { ruleOf } from '../rules';
import type { Module } from '../syntax/ast';
import { joinValues } from '../values/joinValues';
import type { Value } from '../values/value';
import type { Findings, LayerNote, Machine } from './machine';

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
export class CollectedFindings implements Findings {
  readonly #problems = new Map<string, Problem>();
  readonly #values = new Map<number, PlacedValue>();
  readonly #assignments = new Map<number, PlacedValue>();
  readonly #layers = new Map<number, LayerNote>();

  report(machine: Machine, site: Span, found: Report): void {
    if (machine.muted > 0) return;
    const { start, end } = found.span ?? site;
    const key = `${found.code} ${start} ${end}`;
    if (this.#problems.has(key)) return;
    const standard = found.severity ?? ruleOf(found.code)?.severity ?? 'error';
    // certain only where no size may be anything else
    const related = [...(found.related ?? []), ...callers(machine)];
    const unsure = machine.assuming > 0 || found.certainty === 'different in general';
    const severity = unsure && standard === 'error' ? 'warning' : standard;
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
    keep(this.#values, node, value);
  }

  assigned(target: Span, value: Value): void {
    keep(this.#assignments, target, value);
  }

  layer(note: LayerNote): void {
    this.#layers.set(keyOf(note.span), note);
  }

  collected(module: Module): Collected {
    const ignored = ignoredCodes(module);
    const byPlace = (a: { span: Span }, b: { span: Span }) =>
      a.span.start - b.span.start || a.span.end - b.span.end;
    return {
      problems: [...this.#problems.values()].filter(problem => !ignored(problem)).sort(byPlace),
      values: [...this.#values.values()].sort(byPlace),
      assignments: [...this.#assignments.values()].sort(byPlace),
      layers: [...this.#layers.values()].sort(byPlace),
    };
  }
}

const mostCallers = 3;

/** The calls that lead to where a problem is found, innermost first. */
function callers({ calls }: Machine): NonNullable<Problem['related']> {
  return calls
    .slice(-mostCallers)
    .reverse()
    .map(({ start, end }) => ({ message: 'in the run for this call', span: { start, end } }));
}

function keep(places: Map<number, PlacedValue>, { start, end }: Span, value: Value): void {
  const key = keyOf({ start, end });
  const before = places.get(key);
  if (!before || before.value.kind === 'unknown') places.set(key, { span: { start, end }, value });
  else if (before.value !== value && value.kind !== 'unknown') {
    places.set(key, { span: before.span, value: joinValues(before.value, value) });
  }
}

function keyOf({ start, end }: Span): number {
  return start * 2 ** 26 + end;
}
