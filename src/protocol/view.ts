import * as z from 'zod';
import type { DataReport } from '../core/network/dataReport';
import { networkEditSchema } from '../core/network/networkEdit';
import type { EvaluationReport, MetricPoint, Prediction, RunInfo, RunState } from '../runs/run';
import { type AugmentedPictures, augmentedPictures } from './describer';
import { generationFields } from './generation';
import { dataReport, evaluationReport, points, prediction, runInfo, runState, texts } from './parts';
import { readMessage } from './readMessage';

/** The run as the view shows it. */
export interface RunView {
  readonly info: RunInfo;
  readonly state: RunState;
  readonly message?: string;
  /** The network was edited since the run began. */
  readonly stale: boolean;
  /** The files of its data were written since the run began. */
  readonly dataChanged?: boolean;
  /** The process of another window or terminal that it is in progress in, and can be stopped in. */
  readonly elsewhere?: string;
}

/**
 * From the host to the designer: nouns. The view derives everything else with `analyze`. They go as JSON, in which what is
 * undefined isn't there: it is optional, never `| undefined`.
 */
export type ToView =
  | {
      readonly type: 'document';
      readonly text: string;
      readonly version: number;
      readonly name: string;
      readonly editable: boolean;
    }
  | { readonly type: 'data'; readonly report?: DataReport }
  /** All of the run so far (on opening), or undefined where there is none. Replaces what the view has. */
  | { readonly type: 'run'; readonly run?: RunView; readonly points: readonly MetricPoint[] }
  | { readonly type: 'metrics'; readonly run: string; readonly points: readonly MetricPoint[] }
  | { readonly type: 'state'; readonly run: RunView }
  | { readonly type: 'progress'; readonly stage?: string; readonly share?: number }
  /** `id` is that of the view's own request that it answers; what a command asked for has none. */
  | { readonly type: 'prediction'; readonly id?: number; readonly prediction: Prediction }
  | { readonly type: 'evaluation'; readonly id?: number; readonly report: EvaluationReport }
  | { readonly type: 'augmented'; readonly id?: number; readonly pictures: AugmentedPictures }
  /** More of a text that is gone on with; `done` with the last of it, whether it was stopped or not. */
  | { readonly type: 'generated'; readonly id: number; readonly piece: string; readonly done: boolean }
  | { readonly type: 'selection'; readonly layers: readonly string[]; readonly reveal: boolean }
  | { readonly type: 'settings'; readonly orientation: 'auto' | 'horizontal' | 'vertical' }
  /** Has what is typed in fields written to the text, and `settled` told with the same id. */
  | { readonly type: 'settle'; readonly id: number }
  /** Whether the workspace is trusted: in one that isn't, networks are designed and checked only. */
  | { readonly type: 'trust'; readonly trusted: boolean }
  /** A palette command that only the view can do. */
  | { readonly type: 'request'; readonly request: ViewRequest };

const viewRequests = [
  'export-svg',
  'export-png',
  'fit',
  'find',
  'group',
  'open-palette',
  'show-shapes',
  'show-training',
  'generate',
  'freeze-before',
  'unfreeze-before',
] as const;
type ViewRequest = (typeof viewRequests)[number];

const runView: z.ZodType<RunView> = z.object({
  info: runInfo,
  state: runState,
  message: z.string().optional(),
  stale: z.boolean(),
  dataChanged: z.boolean().optional(),
  elsewhere: z.string().optional(),
});

export const toViewSchema: z.ZodType<ToView> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('document'),
    text: z.string(),
    version: z.int(),
    name: z.string(),
    editable: z.boolean(),
  }),
  z.object({ type: z.literal('data'), report: dataReport.optional() }),
  z.object({ type: z.literal('run'), run: runView.optional(), points }),
  z.object({ type: z.literal('metrics'), run: z.string(), points }),
  z.object({ type: z.literal('state'), run: runView }),
  z.object({
    type: z.literal('progress'),
    stage: z.string().optional(),
    share: z.number().optional(),
  }),
  z.object({ type: z.literal('prediction'), id: z.int().min(0).optional(), prediction }),
  z.object({ type: z.literal('evaluation'), id: z.int().min(0).optional(), report: evaluationReport }),
  z.object({
    type: z.literal('augmented'),
    id: z.int().min(0).optional(),
    pictures: augmentedPictures,
  }),
  z.object({ type: z.literal('generated'), id: z.int().min(0), piece: z.string(), done: z.boolean() }),
  z.object({ type: z.literal('selection'), layers: texts, reveal: z.boolean() }),
  z.object({ type: z.literal('settings'), orientation: z.enum(['auto', 'horizontal', 'vertical']) }),
  z.object({ type: z.literal('settle'), id: z.int().min(0) }),
  z.object({ type: z.literal('trust'), trusted: z.boolean() }),
  z.object({ type: z.literal('request'), request: z.enum(viewRequests) }),
]);

export const readToView = readMessage(toViewSchema);

/** The actions on a run, as the view, the palette and the status bar name them. */
export const runActions = [
  'start',
  'pause',
  'step',
  'resume',
  'stop',
  'reset',
  'new-seed',
  'train-on',
] as const;
export type RunAction = (typeof runActions)[number];

const textEdit = z.strictObject({ offset: z.int().min(0), length: z.int().min(0), text: z.string() });

/** From the designer to the host: verbs. Validated on arrival. */
export const fromViewSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  /** One gesture, one undo step. */
  z.strictObject({ type: z.literal('edit'), edits: z.array(networkEditSchema).min(1) }),
  /** A quick fix pressed on the canvas; dropped where the text is no longer at `version`. */
  z.strictObject({ type: z.literal('fix'), version: z.int(), edits: z.array(textEdit) }),
  z.strictObject({ type: z.literal('run'), action: z.enum(runActions) }),
  /** The answer has the same id. Ids grow with time; the view drops an answer to what was asked before the newest. */
  z.strictObject({
    type: z.literal('predict'),
    id: z.int().min(0),
    input: z.union([
      z.strictObject({ kind: z.literal('row'), values: z.array(z.union([z.string(), z.number()])) }),
      z.strictObject({ kind: z.literal('test-example'), index: z.int().min(0) }),
    ]),
  }),
  z.strictObject({ type: z.literal('evaluate'), id: z.int().min(0), set: z.enum(['train', 'test']) }),
  /** Goes on with a text as the newest run does; what was asked for before ends. */
  z.strictObject({ type: z.literal('generate'), id: z.int().min(0), ...generationFields }),
  z.strictObject({ type: z.literal('stop-generating') }),
  /** How pictures of the training set are augmented, with settings that may not be in the text yet. */
  z.strictObject({
    type: z.literal('augmented'),
    id: z.int().min(0),
    augment: z.array(z.unknown()).readonly(),
    seed: z.int().min(0).max(4294967295),
  }),
  /** Shows the span in the text editor beside. */
  z.strictObject({ type: z.literal('reveal'), start: z.int().min(0), end: z.int().min(0) }),
  z.strictObject({
    type: z.literal('command'),
    command: z.enum([
      'open-text',
      'new-network',
      'predict',
      'evaluate',
      'show-shapes',
      'open-runs',
      'export-picture',
      'manage-trust',
    ]),
  }),
  z.strictObject({ type: z.literal('save-picture'), format: z.enum(['svg', 'png']), data: z.string() }),
  /** The layers selected, so that a split text editor can follow. */
  z.strictObject({ type: z.literal('select'), layers: z.array(z.string()) }),
  z.strictObject({ type: z.literal('copy'), text: z.string() }),
  /** All that was typed has been sent as edits; `fault` says what couldn't be read, and wasn't. */
  z.strictObject({ type: z.literal('settled'), id: z.int(), fault: z.string().optional() }),
  z.strictObject({ type: z.literal('log'), message: z.string() }),
]);
export type FromView = z.infer<typeof fromViewSchema>;

/**
 * Whether what a message asks for is about the network as it is on the screen. Then the view sends what is typed before
 * it, and the host answers it when that is in the text.
 */
export function readsNetwork(message: FromView): boolean {
  if (message.type === 'run') return message.action !== 'pause' && message.action !== 'stop';
  if (message.type === 'command')
    return !['new-network', 'open-runs', 'manage-trust'].includes(message.command);
  return ['predict', 'evaluate', 'generate', 'reveal', 'copy', 'save-picture'].includes(message.type);
}

export const readFromView = readMessage<FromView>(fromViewSchema);
