import type { GivenLayer, ReadLayer } from './givenLayer';

/** The designer’s name of an activation that is given as a text or as a function; `linear` where there is none. */
export function kerasActivation(given: GivenLayer): string | ReadLayer {
  const value = given.argument('activation');
  if (!value || (value.kind === 'constant' && value.value === null)) return 'linear';
  const known = given.value('activation');
  const name = typeof known === 'string' ? known : value.kind === 'attribute' ? value.name : undefined;
  if (name === undefined) return given.unread('its activation');
  // Keras’s has a slope of 0.2, the designer’s one of 0.01
  return name === 'leaky_relu' ? given.refused('activation') : name.replaceAll('_', '-');
}
