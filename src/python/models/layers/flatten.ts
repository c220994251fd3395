import type { LayerClasses } from './layerClass';

export const flatten: LayerClasses = [
  {
    library: 'keras',
    names: ['Flatten'],
    parameters: 'data_format="channels_last"',
    read: given => given.layer('flatten', {}),
  },
  {
    library: 'torch',
    names: ['Flatten'],
    // any other flattens the batch, or only some of an example’s axes
    parameters: 'start_dim=1, end_dim=-1',
    read: given => given.layer('flatten', {}),
  },
];
