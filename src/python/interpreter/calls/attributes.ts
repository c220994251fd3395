import type { ClassEntry, Entry } from '../../ops/entry';
import type { Expression } from '../../syntax/ast';
import { type ClassValue, none, string, unknown, type Value } from '../../values/value';
import { forgetLists } from '../forgetLists';
import type { Machine, Site } from '../machine';
import { applyEntry } from './applyEntry';

/** The names under which the tables keep the methods of Python's own values: `list.append`. */
const typeNames: Partial<Record<Value['kind'], string>> = {
  list: 'list',
  dict: 'dict',
  tuple: 'tuple',
  string: 'str',
  int: 'int',
  float: 'float',
  bool: 'int',
};

/** `of.name`. */
export function readAttribute(
  machine: Machine,
  of: Value,
  name: string,
  site: Site,
  node?: Expression,
): Value {
  switch (of.kind) {
    case 'unknown':
      if (!of.lists) return unknown;
      // what is added to one of several lists may be in any of them; what else is done to it, too
      if (!/^(append|extend|insert)$/.test(name)) {
        forgetLists(machine, of);
        return unknown;
      }
      break;
    case 'module':
      return inModule(machine, of.name, name);
    case 'instance': {
      const own = of.attributes.get(name);
      if (own !== undefined) return own;
      if (name === '__class__') return of.of;
      return bind(machine, inClass(machine, of.of, name), of, site, node);
    }
    case 'class': {
      const found = inClass(machine, of, name);
      if (name === '__name__') return string(of.name);
      return found.kind === 'op' && found.entry.kind === 'attribute' ? unknown : found;
    }
    case 'array': {
      const found = machine.registry.member(of.type, name);
      if (found) return member(machine, found, of, site, node);
      return of.facts?.[name] ?? unknown;
    }
    case 'tuple': {
      const at = of.fields?.indexOf(name) ?? -1;
      if (at >= 0) return of.items[at] ?? unknown;
      break;
    }
    case 'op':
      // `np.add.outer`
      return (!of.self && machine.registry.value(`${of.name}.${name}`)) || unknown;
    case 'function':
      return name === '__name__' ? string(of.name) : unknown;
  }
  const type = of.kind === 'unknown' ? 'list' : typeNames[of.kind];
  const found = type && machine.registry.member(type, name);
  return found ? member(machine, found, of, site, node) : unknown;
}

/** What a module holds; what no table has is a module too, of which nothing is known. */
export function inModule(machine: Machine, module: string, name: string): Value {
  const full = machine.registry.canonical(`${module}.${name}`);
  return machine.registry.value(full) ?? { kind: 'module', name: full };
}

/** A member of a class or of the classes it is made from, first found. */
export function inClass(machine: Machine, owner: ClassValue, name: string, depth = 0): Value {
  const own = owner.members.get(name);
  if (own !== undefined) return own;
  if (owner.entry) {
    const found = machine.registry.member(owner.name, name);
    if (found) return { kind: 'op', entry: found.entry, name: found.name };
    if (name === '__init__') return initOf(owner.entry);
  }
  if (depth > 20) return unknown;
  for (const base of owner.bases) {
    if (base.kind !== 'class') continue;
    const found = inClass(machine, base, name, depth + 1);
    if (found.kind !== 'unknown') return found;
  }
  return unknown;
}

const inits = new Map<ClassEntry, Value>();

/** `nn.Module.__init__`, which a class made from it calls with the instance. */
function initOf(entry: ClassEntry): Value {
  const known = inits.get(entry);
  if (known) return known;
  const name = `${entry.names[0]}.__init__`;
  const made: Value = {
    kind: 'op',
    name,
    entry: {
      kind: 'function',
      names: [name],
      parameters: `self, ${entry.parameters}`,
      rule: call => {
        const { self } = call.args;
        if (self?.kind === 'instance') entry.init?.(call, self);
        return none;
      },
    },
  };
  inits.set(entry, made);
  return made;
}

/** `super().name` in a method: of the classes that the method's class is made from, bound to the method's instance. */
export function readSuper(machine: Machine, owner: ClassValue, self: Value, name: string, site: Site): Value {
  for (const base of owner.bases) {
    const found = base.kind === 'class' ? inClass(machine, base, name) : unknown;
    if (found.kind !== 'unknown') return bind(machine, found, self, site);
  }
  return unknown;
}

/** What a member of a class is when read from an instance. */
function bind(machine: Machine, found: Value, self: Value, site: Site, node?: Expression): Value {
  if (found.kind === 'function') {
    if (found.wrapped) return unknown;
    if (found.self || found.binding === 'static') return found;
    if (found.binding === 'class') return { ...found, self: self.kind === 'instance' ? self.of : self };
    const bound: Value = { ...found, self };
    if (found.binding !== 'property') return bound;
    return machine.invoke(bound, { positional: [], named: new Map(), complete: true }, site);
  }
  if (found.kind === 'op') return member(machine, found, self, site, node);
  return found;
}

function member(
  machine: Machine,
  { entry, name }: { readonly entry: Entry; readonly name: string },
  self: Value,
  site: Site,
  node?: Expression,
): Value {
  if (entry.kind === 'value') return entry.value;
  if (entry.kind === 'class') return machine.registry.value(name) ?? none;
  if (entry.kind === 'function') return { kind: 'op', entry, name, self };
  return applyEntry(
    machine,
    entry,
    name,
    { positional: [{ value: self, node }], named: new Map(), complete: true },
    site,
  );
}
