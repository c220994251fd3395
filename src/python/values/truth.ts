import { isNumber } from '../sizes/size';
import { itemsOf, unknownKey, type Value } from './value';

/** Whether Python takes a value as true, where that is certain. */
export function truth(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'bool':
      return value.value;
    case 'none':
      return false;
    case 'int':
      return isNumber(value.size) ? value.size !== 0 : undefined;
    case 'float':
      return value.value === undefined ? undefined : value.value !== 0;
    case 'string':
      return value.value === undefined ? undefined : value.value !== '';
    case 'tuple':
    case 'list': {
      const items = itemsOf(value);
      return items && items.length > 0;
    }
    case 'dict':
      return value.cells.has(unknownKey) ? undefined : value.cells.size > 0;
    case 'function':
    case 'op':
    case 'class':
      return true;
    default:
      return undefined;
  }
}
