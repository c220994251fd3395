import { allStatements } from '../marks/statements';
import type { Expression, Module } from '../syntax/ast';

/** What the names of a module stand for, by its imports and plain renamings: `nn.Linear` is `torch.nn.Linear`. */
export type FullNames = (expression: Expression) => string | undefined;

export function fullNames(module: Pick<Module, 'body'>): FullNames {
  const names = new Map<string, string>();
  const stars: string[] = [];
  const fullName: FullNames = expression => {
    if (expression.kind === 'attribute') {
      const of = fullName(expression.of);
      return of === undefined ? undefined : `${of}.${expression.name}`;
    }
    if (expression.kind !== 'name') return undefined;
    const known = names.get(expression.id);
    if (known !== undefined) return known;
    const [star] = stars;
    return star === undefined ? undefined : `${star}.${expression.id}`;
  };
  for (const statement of allStatements(module)) {
    if (statement.kind === 'import') {
      for (const { name, as } of statement.names) {
        const first = name.split('.')[0]!;
        names.set(as ?? first, as ? name : first);
      }
    } else if (statement.kind === 'from') {
      if (statement.names === '*') stars.push(statement.module);
      else for (const { name, as } of statement.names) names.set(as ?? name, `${statement.module}.${name}`);
    }
  }
  for (const statement of allStatements(module)) {
    if (statement.kind !== 'assign' || statement.value?.kind !== 'attribute') continue;
    const [target] = statement.targets;
    const full = fullName(statement.value);
    if (target?.kind === 'name' && full !== undefined && !names.has(target.id)) names.set(target.id, full);
  }
  return fullName;
}
