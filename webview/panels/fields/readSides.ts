import { numberText } from '../../../src/runs/figures/numberText';
import type { SidesField } from './field';
import type { Reading } from './setting';

/** What a person typed for the sides of a kernel, `3`, `3 × 5`, `[3, 5]` or a word, or one sentence that says what would do. */
export function readSides(text: string, field: SidesField): Reading {
  const typed = text.trim();
  if (typed === '') return field.required ? { fault: `${field.title} is missing.` } : { value: undefined };
  const word = field.words.find(({ value }) => value === typed.toLowerCase());
  if (word) return { value: word.value };
  const numbers = typed
    .replace(/^\[|\]$/g, '')
    .split(/[×x*,;\s]/i)
    .filter(part => part !== '')
    .map(Number);
  const [one, two] = numbers;
  const fits = numbers.length > 0 && numbers.every(number => isSide(number, field));
  if (fits && numbers.length === 1) return { value: one };
  if (fits && numbers.length === 2 && field.pair) return { value: [one, two] };
  return { fault: `${wanted(field)}, not ${typed}.` };
}

const isSide = (number: number, { minimum, maximum }: SidesField) =>
  Number.isInteger(number) && number >= minimum && number <= maximum;

/** `Padding is a whole number from 0 up to 1,000, two of them such as 1 × 2, "valid" or "same"`. */
function wanted({ title, minimum, maximum, pair, words }: SidesField): string {
  const ways = [
    `a whole number from ${numberText(minimum)} up to ${numberText(maximum)}`,
    ...(pair ? ['two of them such as 1 × 2'] : []),
    ...words.map(({ value }) => `"${value}"`),
  ];
  const last = ways.pop();
  return `${title} is ${ways.length > 0 ? `${ways.join(', ')} or ` : ''}${last}`;
}
