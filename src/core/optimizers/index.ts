import * as z from 'zod';
import { optimizers } from './all';
import type { Optimizer } from './optimizer';

export { optimizers } from './all';
export type { Optimizer, OptimizerSlots } from './optimizer';

/** As it stands in the file, defaults filled in: `{ type: 'sgd', learningRate: 0.0075 }`. */
export interface OptimizerSetting {
  readonly type: string;
  readonly [field: string]: string | number;
}

const byType = new Map(optimizers.map(optimizer => [optimizer.type, optimizer]));

const types = z.enum(optimizers.map(optimizer => optimizer.type)).meta({
  title: 'Optimizer',
  enumDescriptions: optimizers.map(({ formula, summary }) => `${formula}. ${summary}`),
});

const [first, ...others] = optimizers.map(({ type, title, formula, summary, fields }) =>
  z.strictObject({ type: z.literal(type), ...fields }).meta({ title, description: `${formula}. ${summary}` }),
);

/** Only its type, `"adam"`, with the usual values, or an object with its fields. */
export const optimizerField = z
  .union([types, z.discriminatedUnion('type', [first!, ...others])])
  .transform(written => (typeof written === 'string' ? withDefaults(written) : (written as OptimizerSetting)))
  .meta({ title: 'Optimizer', description: 'How the parameters follow their gradients.' });

export function optimizerOf(setting: OptimizerSetting): {
  readonly optimizer: Optimizer;
  readonly fields: Readonly<Record<string, number>>;
} {
  const { type, ...fields } = setting;
  const optimizer = byType.get(type);
  if (!optimizer) throw new Error(`No optimizer is called ${type}.`);
  return { optimizer, fields: fields as Record<string, number> };
}

function withDefaults(type: string): OptimizerSetting {
  return { type, ...z.object(byType.get(type)!.fields).parse({}) };
}
