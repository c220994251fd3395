import { elementCount, type NamedShape, sizesOf } from '../../shape';
import type { LayerFault, LayerShapes, ShapeContext } from '../layer';
import type { Padding } from './along';
import { bothSides, type PaddingField, type SidesField } from './fields';
import { pictureOf, seriesOf } from './picture';
import { placesOf } from './placesOf';
import { stepFields, stepsOf } from './steps';
import type { WindowFields } from './windowOf';

export interface PoolFields {
  readonly poolSize: SidesField;
  readonly stride?: SidesField | undefined;
  readonly padding: PaddingField;
}

export interface StepPoolFields {
  readonly poolSize: number;
  readonly stride?: number | undefined;
  readonly padding: Padding;
}

const names = { key: 'poolSize', name: 'pool' };

/** A pool moves by its own size where its stride isn't said. */
export function poolWindow({ poolSize, stride = poolSize, padding }: PoolFields): WindowFields {
  return { kernel: poolSize, stride, dilation: 1, padding };
}

/** The shapes of a pool over pictures; a grey one without channels stays so. */
export function pooledPicture({
  fields,
  inputs: [input],
  symbols,
  problem,
}: ShapeContext<PoolFields>): LayerShapes {
  findPadding(fields.poolSize, fields.padding, problem);
  const picture = pictureOf(input, 'A pool', problem);
  const { kernel: kernelSize, ...others } = poolWindow(fields);
  const { sides, worked, before } = placesOf(picture, { ...others, kernelSize }, symbols, problem, names);
  const output = input?.length === 2 ? sides : [...sides, before];
  const [fH, fW] = bothSides(fields.poolSize);
  return { output, parameters: [], flops: flopsOf(output, fH * fW), worked };
}

/** And over series. */
export function pooledSeries({
  fields,
  inputs: [input],
  problem,
}: ShapeContext<StepPoolFields>): LayerShapes {
  const { poolSize, stride = poolSize, padding } = fields;
  findPadding(poolSize, padding, problem);
  const series = seriesOf(input, 'A pool of series', problem);
  const { steps, worked, before } = stepsOf(
    series,
    { kernelSize: poolSize, stride, dilation: 1, padding },
    problem,
    names,
  );
  const output = [steps, before];
  return { output, parameters: [], flops: flopsOf(output, poolSize), worked };
}

/** A pool over a series as one over pictures of height 1. */
export function seriesWindow({ poolSize, stride = poolSize, padding }: StepPoolFields): WindowFields {
  const { kernelSize: kernel, ...others } = stepFields({
    kernelSize: poolSize,
    stride,
    dilation: 1,
    padding,
  });
  return { kernel, ...others };
}

function flopsOf(output: NamedShape, each: number): number {
  return (elementCount(sizesOf(output)) ?? 0) * each;
}

/** Where the padding is as large as the pool, a place may have nothing of the input. */
function findPadding(
  poolSize: SidesField,
  padding: PaddingField,
  problem: (fault: LayerFault) => void,
): void {
  if (typeof padding === 'string') return;
  const [sizes, paddings] = [bothSides(poolSize), bothSides(padding)];
  if (paddings.every((p, i) => p < sizes[i]!)) return;
  problem({
    code: 'padding-too-large',
    message: `A padding of ${paddings.join(' × ')} is as large as the pool of ${sizes.join(' × ')}, so that some places would hold padding alone. Make the padding smaller than the pool.`,
    field: 'padding',
    fixes: [{ title: 'Pad so that the size is kept', set: { field: 'padding', value: 'same' } }],
  });
}
