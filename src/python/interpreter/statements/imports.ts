import type { Of, Statement } from '../../syntax/ast';
import { unknown } from '../../values/value';
import { inModule } from '../calls/attributes';
import type { Flow, Frame, Machine } from '../machine';
import { setName } from '../names';

/** `import numpy as np`, `import os.path`. */
export function runImport(machine: Machine, { names }: Of<Statement, 'import'>, frame: Frame): Flow {
  for (const { name, as } of names) {
    const first = name.split('.')[0]!;
    machine.imported.add(first);
    const full = as === undefined ? first : name;
    setName(machine, as ?? first, { kind: 'module', name: machine.registry.canonical(full) }, frame);
  }
  return 'next';
}

/** `from numpy import dot, random as r`. What a star brings is every name that the tables have. */
export function runImportFrom(
  machine: Machine,
  { module, names }: Of<Statement, 'from'>,
  frame: Frame,
): Flow {
  // a module of the program itself: its files aren't read
  const own = module.startsWith('.');
  if (!own) machine.imported.add(module.split('.')[0]!);
  const full = machine.registry.canonical(module);
  if (names === '*') {
    if (!own) for (const [name, value] of machine.registry.under(full)) setName(machine, name, value, frame);
    return 'next';
  }
  for (const { name, as } of names) {
    const known = !own && machine.registry.isHolder(full);
    setName(
      machine,
      as ?? name,
      known ? inModule(machine, full, name) : own ? unknown : { kind: 'module', name: `${full}.${name}` },
      frame,
    );
  }
  return 'next';
}
