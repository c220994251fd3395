import { itemsOf, type Value } from '../../values/value';

/** What a loss asks of labels. */
export type LossRule = 'one column a class' | 'class numbers' | 'as the output' | 'broadcast';

const rules: Readonly<Record<string, LossRule>> = {
  categoricalcrossentropy: 'one column a class',
  categoricalfocalcrossentropy: 'one column a class',
  sparsecategoricalcrossentropy: 'class numbers',
  binarycrossentropy: 'as the output',
  binaryfocalcrossentropy: 'as the output',
  ...Object.fromEntries(
    [
      'meansquarederror',
      'mse',
      'meanabsoluteerror',
      'mae',
      'meanabsolutepercentageerror',
      'mape',
      'meansquaredlogarithmicerror',
      'msle',
      'huber',
      'huberloss',
      'logcosh',
      'kullbackleiblerdivergence',
      'kldivergence',
      'kld',
      'poisson',
      'hinge',
      'squaredhinge',
    ].map(name => [name, 'broadcast' as const]),
  ),
};

/** A loss by its name, function or class; undefined for one of which nothing is known. */
export function lossOf(
  value: Value | undefined,
): { readonly rule: LossRule; readonly name: string } | undefined {
  if (!value) return undefined;
  if (value.kind === 'list') {
    const items = itemsOf(value);
    return items?.length === 1 ? lossOf(items[0]) : undefined;
  }
  const name =
    value.kind === 'string'
      ? value.value
      : value.kind === 'instance'
        ? value.of.entry && value.of.name
        : value.kind === 'module' || value.kind === 'op' || value.kind === 'class'
          ? value.name
          : undefined;
  if (name === undefined) return undefined;
  if (value.kind !== 'string' && !/^keras\.(losses|metrics)\./.test(name)) return undefined;
  const last = name.slice(name.lastIndexOf('.') + 1);
  const rule = rules[last.replace(/_/g, '').toLowerCase()];
  return rule && { rule, name: last };
}
