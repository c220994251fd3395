const numbers = new WeakMap<object, number>();
let count = 0;

/** The same for the same object, in all checks. A place in the text would change with the text before it. */
export function objectNumber(object: object): number {
  let number = numbers.get(object);
  if (number === undefined) numbers.set(object, (number = ++count));
  return number;
}
