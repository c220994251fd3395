import type { PythonReport } from '../checkPython';
import type { Expression } from '../syntax/ast';
import { itemsOf, type Value } from '../values/value';

/** The value of an expression that is a whole number, a text or a tuple of numbers, as far as it is known. */
export type Constant = (expression: Expression) => unknown;

/** What expressions are, from what is written and, where that is a name or a formula, from what the check knows. */
export function constants({ values }: PythonReport): Constant {
  let known: Map<string, Value> | undefined;
  const found = (expression: Expression) => {
    known ??= new Map(values.map(({ span, value }) => [placeOf(span), value]));
    return plain(known.get(placeOf(expression)));
  };
  const constant: Constant = expression => {
    switch (expression.kind) {
      case 'number':
      case 'string':
        return expression.value;
      case 'constant':
        return expression.value === 'ellipsis' ? undefined : expression.value;
      case 'tuple':
      case 'list':
        return expression.items.map(constant);
      case 'binary': {
        const [left, right] = [constant(expression.left), constant(expression.right)];
        // `1 / 255`, of which the check keeps no value
        const isShare = typeof left === 'number' && typeof right === 'number' && expression.operator === '/';
        return isShare ? left / right : found(expression);
      }
      case 'unary': {
        const operand = expression.operator === '-' ? constant(expression.operand) : undefined;
        return typeof operand === 'number' ? -operand : undefined;
      }
      default:
        return found(expression);
    }
  };
  return constant;
}

function plain(value: Value | undefined): unknown {
  switch (value?.kind) {
    case 'int':
      return typeof value.size === 'number' ? value.size : undefined;
    case 'float':
    case 'string':
    case 'bool':
      return value.value;
    case 'none':
      return null;
    case 'tuple':
    case 'list':
      return itemsOf(value)?.map(plain);
    default:
      return undefined;
  }
}

function placeOf({ start, end }: Pick<Expression, 'start' | 'end'>): string {
  return `${start} ${end}`;
}
