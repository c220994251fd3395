import { kerasActivation } from './activationNames';
import type { Fault, GivenLayer } from './givenLayer';
import { initializerOf } from './initializerNames';
import type { Fields } from './windows';

/** What layers of Keras with weights are given behind `activation`; `kernel` is what they call these. */
export const weightParameters = (kernel = 'kernel') =>
  `use_bias|bias=True, ${kernel}_initializer|init="glorot_uniform", bias_initializer="zeros", ${kernel}_regularizer|W_regularizer=None, bias_regularizer|b_regularizer=None, activity_regularizer=None, ${kernel}_constraint|W_constraint=None, bias_constraint|b_constraint=None`;

/** The fields of these, as far as they aren't the designer's own. */
export function weightFields(given: GivenLayer, kernel = 'kernel'): Fields | Fault {
  const activation = kerasActivation(given);
  if (typeof activation === 'object') return activation;
  const bias = given.value('use_bias');
  if (typeof bias !== 'boolean') return given.unread('its use_bias');
  const initializer = initializerOf(given, `${kernel}_initializer`);
  given.leave('bias_initializer');
  return {
    ...(activation !== 'linear' && { activation }),
    ...(initializer && { initializer }),
    ...(!bias && { bias }),
  };
}
