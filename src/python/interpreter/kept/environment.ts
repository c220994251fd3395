import { freshNumber, idMark } from '../../sizes/freshId';
import { atomsOf, type Dim, keyOf } from '../../sizes/size';
import { isListState } from '../../values/joinCells';
import { objectNumber } from '../../values/objectNumber';
import { type Cells, type FunctionValue, type Scope, unknown, type Value } from '../../values/value';
import type { Machine } from '../machine';
import { namesReadIn } from './namesReadIn';
import { restOfLine } from './restOfLine';

/** A value's text, cut at the numbers that are others in each check. */
interface Print {
  /** Stands for the pieces between the numbers. */
  readonly pieces: number;
  readonly numbers: readonly number[];
  /** The names of the module that functions in it mention. */
  readonly mentioned: readonly string[];
}

/** A longer one costs more than doing the work again. */
const longest = 100_000;
const deepest = 100;

/**
 * Writes down all that code can reach from some values: for each function the text it was read from, and the values
 * of the module's names that stand in it, and so on. Two texts are the same only where code can't tell the difference.
 */
export class Environment {
  readonly #machine: Machine;
  readonly #prints = new Map<string, Print | undefined>();
  /** Numbers of this check for what has no name: lists, scopes. */
  readonly #numbers = new WeakMap<object, number>();

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  /** Undefined where it would be too long. */
  textOf(roots: readonly Value[]): string | undefined {
    const first = this.#print(roots);
    const program = this.#named('', () => [...this.#machine.imported].sort().join());
    if (!first || !program) return undefined;
    const canonical = new Map<number, number>();
    const parts: string[] = [];
    const add = (name: string, { pieces, numbers }: Print) => {
      const short = numbers.map(number => {
        let to = canonical.get(number);
        if (to === undefined) canonical.set(number, (to = canonical.size));
        return to;
      });
      parts.push(`${name}:${pieces}(${short.join()})`);
    };
    add('', program);
    add('', first);
    const waiting = [...first.mentioned];
    const seen = new Set(waiting);
    for (const name of waiting) {
      const print = this.#named(name, () => this.#ofName(name));
      if (!print) return undefined;
      add(name, print);
      for (const more of print.mentioned) {
        if (seen.has(more)) continue;
        seen.add(more);
        waiting.push(more);
      }
    }
    return parts.join(';');
  }

  #named(name: string, values: () => string | readonly Value[]): Print | undefined {
    if (this.#prints.has(name)) return this.#prints.get(name);
    const print = this.#print(values());
    this.#prints.set(name, print);
    return print;
  }

  /** What a name of the module is now, and all that it was. */
  #ofName(name: string): readonly Value[] {
    const { moduleNames, moduleScope } = this.#machine;
    const [now, ever] = [moduleScope.names.get(name), moduleNames.get(name)];
    return now === ever ? [now ?? unknown] : [now ?? unknown, ever ?? unknown];
  }

  #print(values: string | readonly Value[]): Print | undefined {
    const writer = new Writer(this.#machine, this.#numbers);
    if (typeof values === 'string') {
      writer.text = values;
      // what libraries keep for the whole program
      writer.cells(this.#machine.state);
    } else for (const value of values) writer.value(value);
    if (writer.tooMuch) return undefined;
    const pieces = writer.text.split(idMark);
    return {
      pieces: numberOfText(pieces.filter((_, i) => i % 2 === 0).join(idMark)),
      numbers: pieces.filter((_, i) => i % 2 === 1).map(Number),
      mentioned: [...writer.mentioned],
    };
  }
}

class Writer {
  text = '';
  tooMuch = false;
  #depth = 0;
  readonly mentioned = new Set<string>();
  readonly #machine: Machine;
  readonly #numbers: WeakMap<object, number>;
  readonly #seen = new Set<object>();

  constructor(machine: Machine, numbers: WeakMap<object, number>) {
    this.#machine = machine;
    this.#numbers = numbers;
  }

  value(value: Value): void {
    // a function within a function that holds it, and so on
    if (this.#depth > deepest) this.tooMuch = true;
    if (this.tooMuch) return;
    this.#depth++;
    this.#value(value);
    this.#depth--;
    if (this.text.length > longest) this.tooMuch = true;
  }

  #value(value: Value): void {
    this.text += ` ${value.kind}`;
    if (value.origin) this.text += `@${objectNumber(value.origin.span)}${value.origin.words ?? ''}`;
    switch (value.kind) {
      case 'int':
        this.#dim(value.size);
        break;
      case 'unknown':
        this.#dim(value.size);
        for (const list of value.lists ?? []) this.cells(list);
        break;
      case 'bool':
      case 'float':
      case 'string':
        this.text += JSON.stringify(value.value);
        break;
      case 'array':
        this.text += `${value.type}/${value.dtype}`;
        if (value.shape) for (const dim of value.shape) this.#dim(dim);
        else this.text += '?';
        for (const [key, fact] of Object.entries(value.facts ?? {})) {
          this.text += JSON.stringify(key);
          this.value(fact);
        }
        break;
      case 'tuple':
        this.text += `${value.items.length}${value.fields?.join() ?? ''}`;
        for (const item of value.items) this.value(item);
        break;
      case 'list':
      case 'dict':
        this.cells(value.cells);
        break;
      case 'instance':
        this.value(value.of);
        this.cells(value.attributes);
        break;
      case 'class':
        this.text += value.name;
        if (value.statement) this.text += `#${objectNumber(value.statement)}`;
        if (value.entry || this.#isSeen(value.members)) break;
        for (const base of value.bases) this.value(base);
        this.cells(value.members);
        break;
      case 'function':
        this.#function(value);
        break;
      case 'op':
        this.text += value.name;
        if (value.self) this.value(value.self);
        break;
      case 'module':
        this.text += value.name;
        break;
      case 'slice':
        for (const part of [value.lower, value.upper, value.step]) this.value(part);
        break;
      case 'range':
        for (const dim of [value.start, value.stop, value.step]) this.#dim(dim);
        break;
    }
  }

  cells(cells: Cells<unknown>): void {
    this.#number(cells);
    if (this.#isSeen(cells)) return;
    this.#seen.add(cells);
    this.text += '{';
    for (const [key, cell] of cells) {
      this.text += `${JSON.stringify(key)}:`;
      if (!isListState(cell)) this.value(cell as Value);
      else if (cell.items) for (const item of [...cell.items, cell.each]) this.value(item);
      else {
        this.text += '*';
        this.value(cell.each);
      }
    }
    this.text += '}';
  }

  #function(callee: FunctionValue): void {
    this.text += `#${objectNumber(callee.body)}`;
    if (callee.self) this.value(callee.self);
    if (callee.owner) this.value(callee.owner);
    for (const [name, standard] of callee.defaults) {
      this.text += `${name}=`;
      this.value(standard);
    }
    if (callee.scope !== this.#machine.moduleScope) this.#number(callee.scope);
    const { module } = this.#machine;
    for (const name of namesReadIn(callee, module.text)) this.#mention(name, callee.scope);
    // a comment behind its last line isn't in it
    this.text += JSON.stringify(restOfLine(module.text, endOf(callee)));
  }

  /** Follows a name from the scope that a function stands in. */
  #mention(name: string, scope: Scope): void {
    for (let at: Scope | undefined = scope; at; at = at.parent) {
      if (at === this.#machine.moduleScope) break;
      const held = at.names.get(name);
      if (held === undefined) continue;
      this.#number(at);
      const key = `${name}\n${this.#numbers.get(at)}`;
      if (this.#within.has(key)) return;
      this.#within.add(key);
      this.text += `${name}=`;
      this.value(held);
      return;
    }
    if (this.#machine.moduleScope.names.has(name) || this.#machine.moduleNames.has(name))
      this.mentioned.add(name);
  }

  readonly #within = new Set<string>();

  #isSeen(cells: object): boolean {
    return this.#seen.has(cells);
  }

  #number(of: object): void {
    let number = this.#numbers.get(of);
    if (number === undefined) this.#numbers.set(of, (number = freshNumber()));
    this.text += `${idMark}${number}${idMark}`;
  }

  #dim(dim: Dim): void {
    if (dim === undefined) this.text += ',?';
    else {
      this.text += `,${keyOf(dim)}`;
      for (const { general, name } of atomsOf(dim)) this.text += `${general ? '!' : '.'}${name}`;
    }
  }
}

function endOf({ body }: FunctionValue): number {
  return 'end' in body ? body.end : (body.at(-1)?.end ?? 0);
}

const texts = new Map<string, number>();
const mostTexts = 20_000;
let textCount = 0;

/** The same for the same text while it is kept, and never the same for another. */
function numberOfText(text: string): number {
  let number = texts.get(text);
  if (number === undefined) {
    if (texts.size >= mostTexts) texts.clear();
    texts.set(text, (number = ++textCount));
  }
  return number;
}
