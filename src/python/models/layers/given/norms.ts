import type { GivenLayer } from './givenLayer';

/** What norms of Keras are given behind `epsilon`. */
export const kerasNormParameters =
  'center=True, scale=True, beta_initializer="zeros", gamma_initializer="ones", beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None';

/** What is added to the variance. The libraries’ own is written down where it isn’t the designer’s. */
export function epsilonField(given: GivenLayer, name: string) {
  const epsilon = given.value(name);
  if (typeof epsilon !== 'number') return given.unread(`its ${name}`);
  return epsilon === 1e-5 ? {} : { epsilon };
}
