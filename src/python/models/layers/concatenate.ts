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

/** Keras counts the batch as axis 0, the designer the first of an example; from the end they count alike. */
function read(given: GivenLayer): ReadLayer {
  const axis = given.value('axis');
  if (axis === -1) return given.layer('concatenate', {});
  if (axis === -2 || axis === -3) return given.layer('concatenate', { axis });
  return axis === 1 || axis === 2 || axis === 3
    ? given.layer('concatenate', { axis: axis - 1 })
    : given.refused('axis');
}
