import type { TextField } from '../fields/field';

export const weightsField: TextField = {
  kind: 'text',
  name: 'weights',
  title: 'Weights',
  description:
    'The folder of a run, or a .safetensors file, relative to this file: layers start with what those of their names have learnt there.',
  initial: undefined,
  absent: 'all layers start anew',
  required: false,
  minimumLength: 1,
  maximumLength: 2000,
  many: false,
};
