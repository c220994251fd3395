import type { TextField } from '../fields/field';

export const nameField: TextField = {
  kind: 'text',
  name: 'name',
  title: 'Name',
  description: 'The name of the network.',
  initial: undefined,
  absent: 'none',
  required: false,
  minimumLength: 0,
  maximumLength: Number.POSITIVE_INFINITY,
  many: false,
};
