import { type Setting, setting } from '../setting';
import { initializers } from './all';
import type { Initializer } from './initializer';

export { initializers } from './all';
export type { Initializer } from './initializer';

/** As it stands in the file, defaults filled in: `{ type: 'normal', scale: 0.01 }`. */
export interface InitializerSetting extends Setting {
  readonly [field: string]: string | number;
}

const { field, chosen } = setting<InitializerSetting, Initializer>(initializers, {
  title: 'Initializer',
  description: 'How the weights start.',
});

export const initializerField = field;

export function initializerOf({ type, ...fields }: InitializerSetting): {
  readonly initializer: Initializer;
  readonly fields: Readonly<Record<string, number>>;
} {
  return { initializer: chosen(type), fields: fields as Record<string, number> };
}
