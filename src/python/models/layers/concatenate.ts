import type { GivenLayer, ReadLayer } from './given/givenLayer';
import type { LayerClasses } from './layerClass';

export const concatenate: LayerClasses = [
  { library: 'keras', names: ['Concatenate'], parameters: 'axis=-1', read },
  {
    library: 'keras',
    names: ['concatenate'],
    parameters: 'inputs, axis=-1',
    read: given => {
      given.argument('inputs');
      return read(given);
    },
  },
];

/** Axis 1 of vectors is their last; the designer’s layer takes nothing else. */
function read(given: GivenLayer): ReadLayer {
  const axis = given.value('axis');
  return axis === 1 || axis === -1 ? given.layer('concatenate', {}) : given.refused('axis');
}
