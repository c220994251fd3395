import type { Entry } from '../../ops/entry';
import { type InstanceValue, unknown, type Value } from '../../values/value';
import type { Arguments, Machine, Site } from '../machine';
import { bindSignature } from './bindSignature';
import { RuleCall } from './ruleCall';

/**
 * Runs a function's or an attribute's rule on evaluated arguments. Where the arguments don't fit the signature the
 * table may be of another version of the library, so nothing is known.
 */
export function applyEntry(machine: Machine, entry: Entry, name: string, args: Arguments, site: Site): Value {
  if (entry.kind === 'value') return entry.value;
  if (entry.kind === 'class') return unknown;
  const bound = bindSignature(entry.kind === 'attribute' ? 'self' : entry.parameters, args);
  return bound ? entry.rule(new RuleCall(machine, name, bound, site)) : unknown;
}

/** Runs what a library's class does for `__init__`, making one, or calling one. */
export function applyClassRule(
  machine: Machine,
  rule: (call: RuleCall, self: InstanceValue) => Value | undefined,
  parameters: string,
  name: string,
  args: Arguments,
  self: InstanceValue,
  site: Site,
): Value {
  const bound = bindSignature(parameters, args);
  if (!bound) return unknown;
  const given = { ...bound, args: { self: { value: self }, ...bound.args } };
  return rule(new RuleCall(machine, name, given, site), self) ?? unknown;
}
