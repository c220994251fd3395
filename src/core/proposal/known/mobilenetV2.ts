import { activate, averageAll, convolution, dense, depthwise, drop, join, norm } from '../pictureLayers';
import type { ProposedLayer, ProposedLine } from '../proposedLayer';
import type { KnownNetwork } from './knownNetwork';

/** Rows of the paper's table 2: how much wider a block is inside, its channels, how many there are, the stride of the first. */
const stages = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
] as const;

const widen = (id: string, filters: number): ProposedLayer[] => [
  convolution(id, filters, 1, { bias: false }),
  norm(`${id}_bn`),
  activate(`${id}_relu6`, 'relu6'),
];

/** An inverted residual: 1 × 1 to more channels, 3 × 3 within each of them, and 1 × 1 to few, with a skip from few to few. */
function block(id: string, before: string, given: number, wider: number, channels: number, stride: number) {
  const end = `${id}.project_bn`;
  return [
    ...(wider > 1 ? widen(`${id}.expand`, given * wider) : []),
    depthwise(`${id}.depthwise`, stride),
    norm(`${id}.depthwise_bn`),
    activate(`${id}.depthwise_relu6`, 'relu6'),
    convolution(`${id}.project`, channels, 1, { bias: false }),
    norm(end),
    ...(stride === 1 && given === channels ? [join(`${id}.add`, 'add', [before, end])] : []),
  ];
}

function blocks(): ProposedLine[] {
  const lines: ProposedLine[] = [];
  let before = 'conv1_relu6';
  let given = 32;
  let n = 0;
  for (const [wider, channels, count, first] of stages) {
    lines.push({ comment: `${channels} channels` });
    for (let i = 0; i < count; i++) {
      const made = block(`block${++n}`, before, given, wider, channels, i === 0 ? first : 1);
      lines.push(...made);
      before = made.at(-1)!.id;
      given = channels;
    }
  }
  return lines;
}

export const mobilenetV2: KnownNetwork = {
  title: 'MobileNetV2',
  summary: 'For phones: kernels within each channel, which cost little, and skips between narrow layers.',
  year: 2018,
  source:
    'Sandler, Howard, Zhu, Zhmoginov and Chen, MobileNetV2: Inverted Residuals and Linear Bottlenecks, 2018',
  published: { picture: { height: 224, width: 224, channels: 3 }, units: 1000, parameters: 3_504_872 },
  smallest: 1,
  answers: 'once',
  layers: (_, { units, activation }) => [
    convolution('conv1', 32, 3, { stride: 2, padding: 1, bias: false }),
    norm('conv1_bn'),
    activate('conv1_relu6', 'relu6'),
    ...blocks(),
    { comment: 'the answer' },
    ...widen('conv2', 1280),
    averageAll,
    drop('dropout', 0.2),
    dense('fc', units, activation, 'xavier'),
  ],
};
