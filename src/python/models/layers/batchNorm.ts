import { epsilonField, kerasNormParameters } from './given/norms';
import { together } from './given/windows';
import type { LayerClasses } from './layerClass';

export const batchNorm: LayerClasses = [
  {
    library: 'keras',
    names: ['BatchNormalization'],
    parameters: `axis=-1, momentum=0.99, epsilon=0.001, ${kerasNormParameters}, moving_mean_initializer="zeros", moving_variance_initializer="ones", synchronized=False`,
    read: given => {
      const momentum = given.value('momentum');
      if (typeof momentum !== 'number') return given.unread('its momentum');
      given.leave('beta_initializer', 'gamma_initializer');
      const { fields, fault } = together([momentumField(momentum), epsilonField(given, 'epsilon')]);
      return fault ?? given.layer('batch-norm', fields);
    },
  },
  {
    library: 'torch',
    names: ['BatchNorm1d', 'BatchNorm2d'],
    parameters: 'num_features, eps=0.00001, momentum=0.1, affine=True, track_running_stats=True',
    read: given => {
      const momentum = given.value('momentum');
      if (momentum === null) return given.refused('momentum');
      if (typeof momentum !== 'number') return given.unread('its momentum');
      given.argument('num_features');
      // PyTorch’s is the weight of the new batch
      const { fields, fault } = together([momentumField(1 - momentum), epsilonField(given, 'eps')]);
      return fault ?? given.layer('batch-norm', fields);
    },
  },
];

/** The designer’s is the weight of the past. */
function momentumField(past: number) {
  const momentum = Number(past.toPrecision(12));
  return momentum === 0.9 ? {} : { momentum };
}
