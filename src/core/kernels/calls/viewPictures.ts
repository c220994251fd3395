import type { CallDefinition } from '../call';
import type { Batch, StoredExamples } from '../operands';
import { type Border, borders, type PictureSize, resampler } from '../resampler';
import { float, moving } from '../slots';
import { storedType } from '../storedTypes';

/** Pictures in their own type, and what becomes of those of the batch. */
export interface ViewedPictures extends StoredExamples {
  readonly size: PictureSize;
  readonly border: Border;
  /** Of each example of the batch its map: yy, yx, y0, xy, xx, x0. */
  readonly maps: Float64Array;
}

/** Bytes that a picture with its frame takes in the memory of a thread, at most. */
const room = (3 << 20) - 64;
const pixels = Array.from({ length: 5 * 6 * 3 * 4 }, (_, i) => (i * 37) % 101);

/**
 * X = the pictures `start[0]`, `start[0]` + 1 … of the order, each seen through its map, as `resampler` says, converted and
 * scaled. A map that leaves them where they are leaves their values as they are.
 */
export const viewPictures: CallDefinition<[pictures: ViewedPictures, start: Int32Array, X: Batch]> = {
  name: 'viewPictures',
  run({ data, indices, scale, mean, deviation, size, border, maps }, start, X) {
    const resample = resampler(size);
    const seen = new Float64Array(X.n);
    for (let i = 0; i < X.m; i++) {
      const [yy, yx, y0, xy, xx, x0] = maps.subarray(6 * i);
      const map = { yy: yy!, yx: yx!, y0: y0!, xy: xy!, xx: xx!, x0: x0! };
      resample(data, indices[start[0]! + i]! * X.n, seen, map, border);
      for (let j = 0; j < X.n; j++) {
        const x = seen[j]! / scale;
        X.data[i * X.n + j] = mean ? (x - mean[j]!) / deviation![j]! : x;
      }
    }
  },
  slots: ({ data, indices, scale, mean, deviation, size, border, maps }, start, X) => {
    const { height, width, channels } = size;
    if ((height + 2) * (width + 2) * channels * X.data.BYTES_PER_ELEMENT > room) return undefined;
    return [
      storedType(data),
      data.byteOffset,
      height,
      width,
      channels,
      indices.byteOffset,
      start.byteOffset,
      maps.byteOffset,
      borders.indexOf(border),
      moving(X),
      float(scale),
      mean?.byteOffset ?? 0,
      deviation?.byteOffset ?? 0,
    ];
  },
  work: (_pictures, _start, X) => 20 * X.n,
  fits: ({ mean, deviation, size: { height, width, channels } }, _start, X) => [
    [X.n, height * width * channels, mean?.length ?? X.n, deviation?.length ?? X.n],
  ],
  cases: make =>
    [1, 2, 3].flatMap(channels =>
      borders.flatMap((border, i) => {
        const size = { height: 5, width: 6, channels };
        const n = 30 * channels;
        const data = make.place(i === 1 ? Float32Array.from(pixels) : Uint8Array.from(pixels));
        const maps = make.place(Float64Array.from(viewsOfCases.flat()));
        const stored = { data, indices: make.place(Int32Array.of(2, 0, 3, 3, 1)), size, border, maps };
        const start = make.place(Int32Array.of(1));
        const plain = { ...stored, scale: 2, mean: undefined, deviation: undefined };
        const [mean, deviation] = [make.sums(n).fill(0.5), make.sums(n).fill(1.5)];
        return [
          [plain, start, make.batch(n, 4)],
          [{ ...stored, scale: 1, mean, deviation }, start, make.batch(n, 4)],
        ] as const;
      }),
    ) as ReturnType<(typeof viewPictures)['cases']>,
};

/** As it is, mirrored, turned and moved by less than a pixel, and far away. */
const viewsOfCases = [
  [1, 0, 0, 0, 1, 0],
  [1, 0, 0, 0, -1, 0],
  [0.9, 0.3, 0.25, -0.3, 0.9, -0.75],
  [1.5, 0, 7.25, 0.5, 1.25, -19.5],
];
