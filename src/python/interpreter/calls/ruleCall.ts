import type { Call, LayerMark, Operand, Report } from '../../ops/call';
import { freshId } from '../../sizes/freshId';
import type { Cells } from '../../values/value';
import { atomValue, unknown, type Value } from '../../values/value';
import type { Argument, Machine, Site } from '../machine';
import type { Bound } from './bindSignature';
import { operandOf } from './operandOf';

/** What a rule is given, over the machine. There are many and each is asked little, so all is made when asked for. */
export class RuleCall implements Call {
  readonly #machine: Machine;
  readonly #bound: Bound;
  readonly #site: Site;
  #args: Readonly<Record<string, Value>> | undefined;
  readonly name: string;

  constructor(machine: Machine, name: string, bound: Bound, site: Site) {
    this.#machine = machine;
    this.name = name;
    this.#bound = bound;
    this.#site = site;
  }

  get written() {
    const { written } = this.#site;
    if (typeof written === 'string') return written;
    return this.#machine.module.text.slice(written.start, written.end).replace(/\s+/g, '');
  }

  get span() {
    return this.#site.span;
  }

  get args() {
    return (this.#args ??= valuesOf(this.#bound.args));
  }

  get rest() {
    return this.#bound.rest.map(({ value }) => value);
  }

  get extra() {
    return new Map([...this.#bound.extra].map(([key, { value }]) => [key, value]));
  }

  get files() {
    return this.#machine.files;
  }

  get state() {
    return this.#machine.state;
  }

  get imported() {
    return this.#machine.imported;
  }

  get indentation() {
    const { text } = this.#machine.module;
    const { start } = this.#site.span;
    return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))![0];
  }

  get loud() {
    return !this.#machine.isMuted;
  }

  operand(parameter: string): Operand {
    const found = this.#find(parameter);
    return operandOf(this.#machine, found?.node, found?.value ?? unknown, this.#site, parameter);
  }

  report(found: Report): void {
    this.#machine.report(this.#site.span, found);
  }

  invoke(callee: Value, given: readonly Value[], named: Readonly<Record<string, Value>> = {}): Value {
    return this.#machine.invoke(
      callee,
      {
        positional: given.map(value => ({ value })),
        named: new Map(Object.entries(named).map(([key, value]) => [key, { value }])),
        complete: true,
      },
      this.#site,
    );
  }

  attribute(value: Value, name: string): Value {
    return this.#machine.attribute(value, name, this.#site);
  }

  named(fullName: string): Value {
    return this.#machine.registry.value(fullName) ?? unknown;
  }

  set<T>(cells: Cells<T>, key: string, value: T): void {
    this.#machine.store.set(cells, key, value);
  }

  fresh(words: string): Value {
    return atomValue(freshId(words), words);
  }

  layer(mark: LayerMark): void {
    this.#machine.findings.layer({ ...mark, span: mark.span ?? this.#site.span });
  }

  stop(): void {
    this.#machine.halted = true;
  }

  #find(parameter: string): Argument | undefined {
    const { args, rest, extra } = this.#bound;
    return parameter.startsWith('#')
      ? rest[Number(parameter.slice(1))]
      : (args[parameter] ?? extra.get(parameter));
  }
}

function valuesOf(args: Readonly<Record<string, Argument>>): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const key in args) values[key] = args[key]!.value;
  return values;
}
