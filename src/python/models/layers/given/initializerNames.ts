import type { GivenLayer } from './givenLayer';

/** Those whose weights spread as widely. */
const initializers: Readonly<Record<string, string>> = {
  glorot_uniform: 'xavier',
  glorot_normal: 'xavier',
  he_normal: 'he',
  he_uniform: 'he',
  zeros: 'zeros',
};

/** The designer’s initializer for one of Keras; others are left out: they change how training starts, not the network. */
export function initializerOf(given: GivenLayer, parameter: string): string | undefined {
  if (!given.argument(parameter)) return undefined;
  const name = given.value(parameter);
  if (typeof name === 'string' && Object.hasOwn(initializers, name)) return initializers[name];
  given.leave(parameter);
  return undefined;
}
