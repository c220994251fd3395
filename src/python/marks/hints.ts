import type { Span } from '../../core/problem';
import type { PythonReport } from '../checkPython';
import type { Expression, Module, Of, Statement } from '../syntax/ast';
import type { Value } from '../values/value';
import { shapeWords } from '../values/words';
import { firstRead } from './firstRead';
import { allStatements } from './statements';
import { layerWords } from './words';

/** A few words that stand within the text without being part of it. */
export interface Hint {
  readonly offset: number;
  readonly text: string;
  readonly kind: 'shape' | 'layer';
}

/**
 * The shapes behind what is assigned to, and beside each layer; with `all` also behind parameters, the targets of
 * loops, and every product, call and part of an array. In the text's order.
 */
export function hintsIn(module: Module, report: PythonReport, range: Span, all: boolean): Hint[] {
  const hints = new Map<number, Hint>();
  const within = (offset: number) => range.start <= offset && offset <= range.end;
  const add = (offset: number, value: Value | undefined, sizes = false) => {
    const said = value?.kind === 'array' || (sizes && value?.kind === 'int');
    const words = said ? shapeWords(value) : undefined;
    // that a number is a number goes without saying
    if (words === '()') return;
    // `m = X.shape[1]` where that is m
    if (words && sizes && module.text.slice(0, offset).endsWith(words)) return;
    if (words && within(offset) && !hints.has(offset)) {
      hints.set(offset, { offset, text: `: ${words}`, kind: 'shape' });
    }
  };
  const assigned = valuesByPlace(report.assignments);
  const values = valuesByPlace(report.values);
  const wholes = new Set<number>();
  for (const statement of allStatements(module)) {
    // a statement holds those within it, so what lies apart can be passed over
    if (statement.kind === 'assign' && overlaps(statement, range)) {
      if (statement.value) wholes.add(statement.value.end);
      const sizes = asksForSizes(module, statement);
      for (const { end, value } of targetsOf(statement, assigned, values)) add(end, value, sizes);
    }
    if (!all || !overlaps(statement, range)) continue;
    if (statement.kind === 'for') {
      for (const target of namesIn(statement.target)) add(target.end, assigned.get(placeOf(target)));
    }
    if (statement.kind === 'function') {
      for (const { start, name, star } of statement.parameters) {
        add(start + (star?.length ?? 0) + name.length, firstRead(module, report, statement, name));
      }
    }
  }
  if (all) {
    for (const { span, value } of report.values) {
      const { start, end } = span;
      if (within(end) && !wholes.has(end) && isWork(module.text.slice(start, end))) add(end, value);
    }
  }
  for (const { span, ...note } of report.layers) {
    const words = layerWords(note);
    const offset = behind(module.text, span.end);
    if (words && within(offset)) {
      hints.set(offset, { offset, text: words, kind: 'layer' });
    }
  }
  return [...hints.values()].sort((a, b) => a.offset - b.offset);
}

/** Places of what a statement assigns to, with what is assigned. */
function targetsOf(
  { targets, annotation, value }: Of<Statement, 'assign'>,
  assigned: Places,
  values: Places,
): { readonly end: number; readonly value: Value | undefined }[] {
  // an annotation says it already
  if (!value || annotation) return [];
  return targets.flatMap(target => {
    if (target.kind === 'attribute' || isEntry(target)) {
      return [{ end: target.end, value: values.get(placeOf(value)) }];
    }
    return namesIn(target).map(name => ({ end: name.end, value: assigned.get(placeOf(name)) }));
  });
}

/** Whether whole numbers that are assigned are sizes: `m = X.shape[1]`. */
function asksForSizes({ text }: Module, { value }: Of<Statement, 'assign'>): boolean {
  return value !== undefined && /\.(?:shape|size)\b|\blen\(/.test(text.slice(value.start, value.end));
}

/** `parameters["W" + str(l)]`: an entry of a dict, not a part of an array. */
function isEntry(target: Expression): boolean {
  if (target.kind !== 'subscript') return false;
  const { index } = target;
  const first = index.kind === 'binary' ? index.left : index;
  return first.kind === 'string' || first.kind === 'format';
}

function namesIn(target: Expression): Expression[] {
  if (target.kind === 'name') return [target];
  return target.kind === 'tuple' || target.kind === 'list' ? target.items.flatMap(namesIn) : [];
}

/** A call, a product or a part; a name says nothing new where it is read. */
function isWork(source: string): boolean {
  return /[)\]]$|\.T$|@/.test(source) && !/^[([]/.test(source);
}

/** A layer's note stands at the end of its line where only brackets and a comma follow. */
function behind(text: string, end: number): number {
  const rest = /^[ \t,)\]]*(?=#|\r?\n|$)/.exec(text.slice(end, end + 200))?.[0] ?? '';
  return end + rest.trimEnd().length;
}

type Places = ReadonlyMap<number, Value>;

function valuesByPlace(all: PythonReport['values']): Places {
  return new Map(all.map(({ span, value }) => [placeOf(span), value]));
}

function placeOf({ start, end }: Span): number {
  return start * 2 ** 26 + end;
}

function overlaps({ start, end }: Span, range: Span): boolean {
  return start <= range.end && range.start <= end;
}
