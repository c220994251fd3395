import type { Fault, GivenLayer } from './givenLayer';

/** Those that the designer calls otherwise. */
const otherwise: Readonly<Record<string, string>> = {
  swish: 'silu',
  hard_swish: 'hard-swish',
  hard_silu: 'hard-swish',
};

/** The designer’s name of an activation that is given as a text or as a function; `linear` where there is none. */
export function kerasActivation(given: GivenLayer): string | Fault {
  const value = given.argument('activation');
  if (!value || (value.kind === 'constant' && value.value === null)) return 'linear';
  const known = given.value('activation');
  const name = typeof known === 'string' ? known : value.kind === 'attribute' ? value.name : undefined;
  if (name === undefined) return given.unread('its activation');
  // Keras’s has a slope of 0.2, the designer’s one of 0.01
  if (name === 'leaky_relu') return given.refused('activation');
  return Object.hasOwn(otherwise, name) ? otherwise[name]! : name.replaceAll('_', '-');
}
