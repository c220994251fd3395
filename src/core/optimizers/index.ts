import { type Setting, setting } from '../setting';
import { optimizers } from './all';
import type { Optimizer } from './optimizer';

export { optimizers } from './all';
export type { Optimizer, OptimizerSlots } from './optimizer';

/** As it stands in the file, defaults filled in: `{ type: 'sgd', learningRate: 0.0075 }`. */
export interface OptimizerSetting extends Setting {
  readonly [field: string]: string | number;
}

const { field, chosen } = setting<OptimizerSetting, Optimizer>(optimizers, {
  title: 'Optimizer',
  description: 'How the parameters follow their gradients.',
});

export const optimizerField = field;

export function optimizerOf({ type, ...fields }: OptimizerSetting): {
  readonly optimizer: Optimizer;
  readonly fields: Readonly<Record<string, number>>;
} {
  return { optimizer: chosen(type), fields: fields as Record<string, number> };
}
