import { activate, averageAll, convolution, dense, join, maxPool, norm } from './pictureLayers';
import type { ProposedLayer, ProposedLine } from './proposedLayer';
import type { Head } from './proposeOutput';

/** Convolutions of a block: the filters, the side of the kernel and the stride of each. */
type Block = (width: number, stride: number) => readonly (readonly [number, number, number])[];

/** Two convolutions of 3 × 3. */
export const basic: Block = (width, stride) => [
  [width, 3, stride],
  [width, 3, 1],
];

/** 1 × 1 to fewer channels, 3 × 3, and 1 × 1 to four times as many; the stride is that of the 3 × 3, as in torchvision. */
export const bottleneck: Block = (width, stride) => [
  [width, 1, 1],
  [width, 3, stride],
  [width * 4, 1, 1],
];

/**
 * The layers of a residual network (He, Zhang, Ren and Sun, 2015) with so many blocks in each of its four stages. Convolutions
 * and norms are called as in torchvision, and stand in the same order: `layer1.0.conv1`, `layer1.0.bn1`.
 */
export function residualLayers(
  block: Block,
  counts: readonly number[],
  { units, activation }: Head,
): readonly ProposedLine[] {
  const lines: ProposedLine[] = [
    convolution('conv1', 64, 7, { stride: 2, padding: 3, bias: false }),
    norm('bn1'),
    activate('relu', 'relu'),
    maxPool('maxpool', 3, 2, 1),
  ];
  let before = 'maxpool';
  let channels = 64;
  for (const [stage, count] of counts.entries()) {
    for (let i = 0; i < count; i++) {
      const id = `layer${stage + 1}.${i}`;
      const stride = i === 0 && stage > 0 ? 2 : 1;
      const convolutions = block(64 * 2 ** stage, stride);
      const [given] = convolutions.at(-1)!;
      if (i === 0) lines.push({ comment: `layer${stage + 1}: ${given} channels` });
      lines.push(
        ...residualBlock(id, convolutions, before, stride > 1 || given !== channels ? stride : undefined),
      );
      before = `${id}.relu`;
      channels = given;
    }
  }
  return [...lines, averageAll, dense('fc', units, activation, 'xavier')];
}

/** @param shortcut the stride of the 1 × 1 convolution on the skip, where what is skipped changes its size */
function residualBlock(
  id: string,
  convolutions: ReturnType<Block>,
  before: string,
  shortcut: number | undefined,
): ProposedLayer[] {
  const main = convolutions.flatMap(([filters, side, stride], i) => [
    convolution(`${id}.conv${i + 1}`, filters, side, {
      ...(stride > 1 && { stride }),
      ...(side > 1 && { padding: 1 }),
      bias: false,
    }),
    norm(`${id}.bn${i + 1}`),
    ...(i < convolutions.length - 1 ? [activate(`${id}.relu${i + 1}`, 'relu')] : []),
  ]);
  const end = main.at(-1)!.id;
  const [filters] = convolutions.at(-1)!;
  const skip =
    shortcut === undefined
      ? []
      : [
          convolution(`${id}.downsample.0`, filters, 1, {
            inputs: [before],
            ...(shortcut > 1 && { stride: shortcut }),
            bias: false,
          }),
          norm(`${id}.downsample.1`),
        ];
  return [
    ...main,
    ...skip,
    join(`${id}.add`, 'add', [end, skip.at(-1)?.id ?? before]),
    activate(`${id}.relu`, 'relu'),
  ];
}
