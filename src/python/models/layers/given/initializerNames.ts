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
export function initializerOf(given: GivenLayer): string | undefined {
  if (!given.argument('kernel_initializer')) return undefined;
  const name = given.value('kernel_initializer');
  if (typeof name === 'string' && Object.hasOwn(initializers, name)) return initializers[name];
  given.leave('kernel_initializer');
  return undefined;
}
