import { sides } from './given/sides';
import type { LayerClasses } from './layerClass';

export const upsample: LayerClasses = [
  {
    library: 'keras',
    names: ['UpSampling2D'],
    parameters: 'size=2, data_format="channels_last", interpolation="nearest"',
    read: given => {
      const [factor, method] = [sides(given.value('size')), given.value('interpolation')];
      if (factor === undefined) return given.unread('its size');
      // the designer’s makes pictures as many times wider as higher
      if (typeof factor !== 'number') return given.refused('size');
      if (method !== 'nearest' && method !== 'bilinear') return given.refused('interpolation');
      return given.layer('upsample', { factor, ...(method !== 'nearest' && { method }) });
    },
  },
  {
    library: 'torch',
    names: ['Upsample', 'UpsamplingNearest2d'],
    parameters:
      'size=None, scale_factor=None, mode="nearest", align_corners=False, recompute_scale_factor=None',
    read: given => {
      const [factor, method] = [sides(given.value('scale_factor')), given.value('mode')];
      if (given.value('size') !== null) return given.refused('size');
      if (typeof factor !== 'number') return given.refused('scale_factor');
      if (method !== 'nearest' && method !== 'bilinear') return given.refused('mode');
      return given.layer('upsample', { factor, ...(method !== 'nearest' && { method }) });
    },
  },
];
