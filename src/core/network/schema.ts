import * as z from 'zod';
import { layers } from '../layers';
import { dataSchema } from './dataSchema';
import { trainingSchema } from './trainingSchema';

export {
  type DataSettings,
  dataSchema,
  generatorNames,
  isReconstruction,
  isStandardisedTarget,
} from './dataSchema';
export { type TrainingSettings, trainingSchema } from './trainingSchema';

/**
 * The one source of the file's types, validation, JSON Schema and docs. A layer's own fields come from its definition
 * in `core/layers`.
 */

export const layerIdSchema = z
  .string()
  .min(1)
  .max(100)
  .meta({ title: 'Id', description: 'The layer’s name, which no other layer has.' });

export const layerInputsSchema = z.array(z.string()).meta({
  title: 'Inputs',
  description:
    'Ids of the layers that feed this one. Without it the layer follows the one before it in the list.',
});

/** A layer as written: id, type, inputs and the fields of its type. */
const layerSchemas = layers.map(({ type, title, summary, formulas, fields }) =>
  z
    .strictObject({
      id: layerIdSchema,
      type: z.literal(type).meta({ title: 'Type', description: `${summary} ${formulas.join(', ')}` }),
      inputs: layerInputsSchema.optional(),
      ...fields,
    })
    .meta({ title, description: `${summary} ${formulas.join(', ')}` }),
);

/** Where a network starts. */
export const weightsSchema = z.string().min(1).max(2000).meta({
  title: 'Weights',
  description:
    'Starts with what a network has learnt before: the folder of a run, or a .safetensors file, relative to this file. Each layer takes the weights of its name where their shapes are its own; the others start anew, and the run says which.',
  absent: 'all layers start anew',
});

const position = z.strictObject({
  x: z.number().meta({ title: 'x', description: 'Across, in pixels at 100 %.' }),
  y: z.number().meta({ title: 'y', description: 'Down, in pixels at 100 %.' }),
});

/** Each is looked at on its own: whether it can be drawn as one depends on all that comes before it. */
const mostGroups = 1000;

const groupsSchema = z.record(z.string(), z.array(z.string()).max(10_000)).check(({ value, issues }) => {
  if (Object.keys(value).length > mostGroups)
    issues.push({ code: 'too_big', origin: 'array', maximum: mostGroups, inclusive: true, input: value });
});

export const viewSchema = z.strictObject({
  flow: z.enum(['auto', 'horizontal', 'vertical']).optional().meta({
    title: 'Flow',
    description:
      'Which way the network flows on the canvas: to the right, down, or (auto) as it can be shown larger. Without it the setting of the editor decides.',
  }),
  groups: groupsSchema.optional().meta({
    title: 'Groups',
    description:
      'Layers that the canvas draws as one until it is opened: the ids of the layers, by the name of the group.',
  }),
  positions: z.record(z.string(), position).optional().meta({
    title: 'Positions',
    description: 'Where layers are pinned on the canvas, by id. Layers without a position are laid out.',
  }),
});

const [firstLayer, ...otherLayers] = layerSchemas;

/** The whole file. */
export const networkSchema = z
  .strictObject({
    $schema: z.string().optional().meta({
      title: 'Schema',
      description: 'Where the JSON Schema of the file is, for editors that ask for it.',
    }),
    name: z.string().optional().meta({ title: 'Name', description: 'The name of the network.' }),
    data: dataSchema.optional(),
    weights: weightsSchema.optional(),
    layers: z.array(z.discriminatedUnion('type', [firstLayer!, ...otherLayers])).meta({
      title: 'Layers',
      description:
        'The layers from input to output. Each follows the one before it, unless it names its inputs.',
    }),
    training: trainingSchema
      .optional()
      .meta({ title: 'Training', description: 'How the network is trained.' }),
    view: viewSchema.optional().meta({
      title: 'View',
      description:
        'What the canvas keeps: the way the network flows, groups of layers, and pinned positions.',
    }),
  })
  .meta({
    title: 'Layerwise network',
    description: 'A neural network: its data, its layers and its training.',
  });
