import type { LayerClasses } from './layerClass';

export const add: LayerClasses = [
  { library: 'keras', names: ['Add'], parameters: '', read: given => given.layer('add', {}) },
  {
    library: 'keras',
    names: ['add'],
    parameters: 'inputs',
    read: given => {
      given.argument('inputs');
      return given.layer('add', {});
    },
  },
];
