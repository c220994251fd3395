import type { LayerClasses } from '../layerClass';

/** The classes and functions of Keras for a layer that joins its inputs value by value: `Multiply`, `multiply`. */
export function joining(type: string): LayerClasses {
  return [
    {
      library: 'keras',
      names: [`${type[0]!.toUpperCase()}${type.slice(1)}`],
      parameters: '',
      read: given => given.layer(type, {}),
    },
    {
      library: 'keras',
      names: [type],
      parameters: 'inputs',
      read: given => {
        given.argument('inputs');
        return given.layer(type, {});
      },
    },
  ];
}
