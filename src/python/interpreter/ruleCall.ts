import type { Call, LayerMark, Operand } from '../ops/call';
import { atomValue, unknown, type Value } from '../values/value';
import { readAttribute } from './attributes';
import type { Bound } from './bindSignature';
import { type Argument, freshId, type Machine, type Site } from './machine';
import { operandOf } from './operandOf';

/** What a rule is given, over the machine. */
export function ruleCall(machine: Machine, name: string, { args, rest, extra }: Bound, site: Site): Call {
  const find = (parameter: string): Argument | undefined =>
    parameter.startsWith('#') ? rest[Number(parameter.slice(1))] : (args[parameter] ?? extra.get(parameter));
  return {
    name,
    written: site.written,
    span: site.span,
    args: valuesOf(args),
    rest: rest.map(({ value }) => value),
    extra: new Map([...extra].map(([key, { value }]) => [key, value])),
    files: machine.files,
    state: machine.state,
    imported: machine.imported,
    get indentation() {
      const { text } = machine.module;
      return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', site.span.start - 1) + 1, site.span.start))![0];
    },
    operand: (parameter): Operand => {
      const found = find(parameter);
      return operandOf(machine, found?.node, found?.value ?? unknown, site, parameter);
    },
    report: found => machine.findings.report(machine, site.span, found),
    invoke: (callee, given, named = {}) =>
      machine.invoke(
        callee,
        {
          positional: given.map(value => ({ value })),
          named: new Map(Object.entries(named).map(([key, value]) => [key, { value }])),
          complete: true,
        },
        site,
      ),
    attribute: (value, attribute) => readAttribute(machine, value, attribute, site),
    named: fullName => machine.registry.value(fullName) ?? unknown,
    set: (cells, key, value) => machine.store.set(cells, key, value),
    fresh: words => atomValue(freshId(words), words),
    layer: (mark: LayerMark) => machine.findings.layer({ ...mark, span: mark.span ?? site.span }),
    stop: () => {
      machine.halted = true;
    },
    loud: machine.muted === 0,
  };
}

function valuesOf(args: Readonly<Record<string, Argument>>): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [key, { value }] of Object.entries(args)) values[key] = value;
  return values;
}
