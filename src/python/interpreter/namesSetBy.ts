import type { Expression, Statement } from '../syntax/ast';

/** The names that a statement sets whatever they were before; not those that it may set, as in a branch. */
export function namesSetBy(statement: Statement): readonly string[] {
  switch (statement.kind) {
    case 'assign':
      return statement.value ? statement.targets.flatMap(namesIn) : [];
    case 'function':
    case 'class':
      return [statement.name];
    case 'import':
      return statement.names.map(({ name, as }) => as ?? name.split('.')[0]!);
    case 'from':
      return statement.names === '*' ? [] : statement.names.map(({ name, as }) => as ?? name);
    default:
      return [];
  }
}

/** The names in a target. */
export function namesIn(target: Expression): readonly string[] {
  switch (target.kind) {
    case 'name':
      return [target.id];
    case 'star':
      return namesIn(target.operand);
    case 'tuple':
    case 'list':
      return target.items.flatMap(namesIn);
    default:
      return [];
  }
}
