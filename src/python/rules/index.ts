import { rules } from './all';
import type { PythonRule } from './rule';

export { rules } from './all';
export type { PythonRule } from './rule';

const byCode = new Map(rules.map(rule => [rule.code, rule]));

export function ruleOf(code: string): PythonRule | undefined {
  return byCode.get(code);
}
