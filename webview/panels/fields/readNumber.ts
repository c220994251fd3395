import { numberText } from '../../../src/runs/figures/numberText';
import type { NumberField } from './field';
import type { Reading } from './setting';

/** What a person typed into a number field, or one sentence that says what would do. */
export function readNumber(text: string, field: NumberField): Reading {
  const typed = text.trim();
  if (typed === '') return field.required ? { fault: `${field.title} is missing.` } : { value: undefined };
  if (field.words.includes(typed)) return { value: typed };
  const value = Number(typed.replace('−', '-'));
  if (!Number.isFinite(value)) return { fault: `${wanted(field)}, not ${typed}.` };
  if (field.integer && !Number.isInteger(value)) return { fault: `${wanted(field)}, not ${typed}.` };
  return inBounds(value, field) ? { value } : { fault: `${wanted(field)}, not ${typed}.` };
}

export function inBounds(value: number, field: NumberField): boolean {
  const above = field.openMinimum ? value > field.minimum : value >= field.minimum;
  const below = field.openMaximum ? value < field.maximum : value <= field.maximum;
  return above && below;
}

/** `Units is a whole number from 1 to 1,000,000`. */
function wanted(field: NumberField): string {
  const kind = field.integer ? 'a whole number' : 'a number';
  const from = Number.isFinite(field.minimum);
  const to = Number.isFinite(field.maximum) && field.maximum < Number.MAX_SAFE_INTEGER;
  const low = `${field.openMinimum ? 'above' : 'from'} ${numberText(field.minimum)}`;
  const high = `${field.openMaximum ? 'below' : 'up to'} ${numberText(field.maximum)}`;
  const range = [from ? low : '', to ? high : '']
    .filter(Boolean)
    .join(from && field.openMinimum ? ' and ' : ' ');
  const words = field.words.map(word => ` or "${word}"`).join('');
  return `${field.title} is ${kind}${range ? ` ${range}` : ''}${words}`;
}
