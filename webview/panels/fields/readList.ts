import type { ListField } from './field';
import type { Reading } from './setting';

/** The whole numbers a person typed, `64 × 64 × 3` or `64, 64, 3`, or one sentence that says what would do. */
export function readList(text: string, field: ListField): Reading {
  const parts = text.split(/[^0-9.eE+-]+/).filter(part => part !== '');
  if (parts.length === 0) return { value: undefined };
  const { minimumLength, maximumLength, element } = field;
  if (parts.length < minimumLength || parts.length > maximumLength) {
    return { fault: `${field.title} is ${count(field)}, not ${parts.length}.` };
  }
  const values = parts.map(Number);
  const bad = values.findIndex(
    value => !Number.isInteger(value) || value < element.minimum || value > element.maximum,
  );
  if (bad < 0) return { value: values };
  return {
    fault: `${field.title} holds whole numbers from ${element.minimum} up to ${element.maximum}, not ${parts[bad]}.`,
  };
}

function count({ minimumLength: low, maximumLength: high }: ListField): string {
  if (low === high) return `${low} numbers`;
  return Number.isFinite(high) ? `${low} to ${high} numbers` : `at least ${low} numbers`;
}
