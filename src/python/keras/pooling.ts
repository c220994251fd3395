import type { Entry, Family } from '../ops/entry';
import { layer } from './graph/layer';
import { mapsOf, paddingOf, perAxis, slid } from './graph/windows';

function pool(rank: number): Entry {
  const names = ['MaxPooling', 'MaxPool', 'AveragePooling', 'AvgPool'].map(
    name => `keras.layers.${name}${rank}D`,
  );
  return layer({
    names,
    parameters: 'pool_size=None, strides=None, padding=None, data_format=None',
    output: (pooling, shape) => {
      const maps = mapsOf(pooling, shape, rank);
      if (!maps) return undefined;
      const sizes = perAxis(pooling.value('pool_size'), rank, 2);
      const strides = pooling.value('strides');
      const left = slid(pooling, maps, {
        sizes,
        strides: strides ? perAxis(strides, rank, undefined) : sizes,
        dilation: sizes.map(() => 1),
        padding: paddingOf(pooling),
      });
      return left && { shape: maps.with(left, maps.channels), parameters: 0 };
    },
  });
}

function whole(rank: number): Entry {
  const names = ['GlobalMaxPooling', 'GlobalMaxPool', 'GlobalAveragePooling', 'GlobalAvgPool'].map(
    name => `keras.layers.${name}${rank}D`,
  );
  return layer({
    names,
    parameters: 'data_format=None, keepdims=False',
    output: (pooling, shape) => {
      const maps = mapsOf(pooling, shape, rank);
      const keep = pooling.flag('keepdims', false);
      if (!maps || keep === undefined) return undefined;
      return {
        shape: keep
          ? maps.with(
              maps.sizes.map(() => 1),
              maps.channels,
            )
          : [shape[0], maps.channels],
        parameters: 0,
      };
    },
  });
}

export const pooling: Family = {
  title: 'Pooling',
  about: 'Windows and whole maps. A window larger than what is left of its input is an error.',
  entries: [1, 2, 3].flatMap(rank => [pool(rank), whole(rank)]),
};
