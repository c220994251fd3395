import type { Snapshot } from '../src/core/analyze';
import type { DataReport } from '../src/core/network/dataReport';
import type { NetworkEdit } from '../src/core/network/edit';
import type { Network, ShapeReport } from '../src/core/network/network';
import type { AugmentedPictures } from '../src/protocol/describer';
import type { FromView, RunView } from '../src/protocol/view';
import type { EvaluationReport, MetricPoint, Prediction } from '../src/runs/run';

export type PanelName = 'inspector' | 'training' | 'predict' | 'shapes';
/** `auto` is the way, and the lines, that let the network be larger. */
export type Flow = NonNullable<Network['flow']>;
export type Orientation = 'horizontal' | 'vertical';

/** A connection: `from` feeds `to`. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

/** What part of the drawing the canvas shows: a point p of the drawing is at p·k + (x, y), in CSS pixels. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

/** A context menu, at a point of the canvas in CSS pixels. What it is about is the selection. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

/** All that the views draw from. Nothing a view shows is kept anywhere else. */
export interface ViewState {
  readonly document:
    | { readonly text: string; readonly version: number; readonly name: string; readonly editable: boolean }
    | undefined;
  readonly data: DataReport | undefined;
  /** `analyze` of the text (or of the text with the edits under way applied). */
  readonly snapshot: Snapshot;
  /** The last text that could be read: what the canvas shows, dimmed, while the text is broken. */
  readonly good:
    | {
        readonly network: Network;
        readonly shapes: ShapeReport;
        /** It is what could be read of a broken text, since there was no whole one before. */
        readonly partial?: boolean;
        /** What it was worked out from. */
        readonly text: string;
        readonly data: DataReport | undefined;
      }
    | undefined;
  /** Whether the picture is of an older text, since the present one can't be read. */
  readonly broken: boolean;
  /** Edits of a gesture under way, not sent yet. */
  readonly preview: readonly NetworkEdit[];
  /** Edits sent, whose text hasn't come back yet. Shown as if it had. */
  readonly pending: readonly (readonly NetworkEdit[])[];
  /** Ids of the selected layers, in the order they were selected. */
  readonly selection: readonly string[];
  /** The selected connection; the selection of layers is empty then. */
  readonly edge: Edge | undefined;
  /** Which panel is open beside the canvas; undefined where it is closed. */
  readonly panel: PanelName | undefined;
  /** Width of the panel, in CSS pixels. */
  readonly panelSize: number;
  /** Its height where it lies below the canvas, in a narrow window. */
  readonly panelHeight: number;
  readonly paletteOpen: boolean;
  /** The connection that the palette inserts on; undefined where it adds after the selection. */
  readonly paletteEdge: Edge | undefined;
  readonly menu: MenuPlace | undefined;
  /** The layer whose problems are shown in a popover. */
  readonly popover: string | undefined;
  /** The layer from which a connection is being drawn by keys. */
  readonly connecting: string | undefined;
  /** The layer whose units are being typed on the canvas. */
  readonly typing: string | undefined;
  /** What is looked for among the layers; undefined where nothing is. */
  readonly finding: string | undefined;
  /** Whether dragging a layer pins it where it is dropped, instead of changing its place in the order. */
  readonly freeDrag: boolean;
  /** Which way networks flow whose file doesn't say it. */
  readonly flow: Flow;
  /** The keys of the groups that are drawn open. */
  readonly opened: readonly string[];
  /** Undefined until a person pans or zooms: then all of the network is shown, whatever becomes of it and of the window. */
  readonly viewport: Viewport | undefined;
  readonly run: RunView | undefined;
  readonly points: readonly MetricPoint[];
  readonly progress: { readonly stage: string; readonly share?: number } | undefined;
  readonly prediction: Prediction | undefined;
  readonly evaluation: EvaluationReport | undefined;
  /** A text that the network goes on with; the start is what it was asked to begin with. */
  readonly generated: { readonly start: string; readonly text: string; readonly going: boolean } | undefined;
  /** Pictures of the training set as steps will see them. */
  readonly augmented: AugmentedPictures | undefined;
  /** How the charts are drawn, and of which metric and which target, where a person chose one. */
  readonly chart: {
    readonly log: boolean;
    readonly smoothing: number;
    readonly metric?: string;
    readonly target?: string;
  };
  /** What a screen reader says next. */
  readonly announcement: string;
  /** The ids of the newest requests, 0 before the first: answers to earlier ones are dropped. */
  readonly asked: {
    readonly predict: number;
    readonly evaluate: number;
    readonly augmented: number;
    readonly generate: number;
  };
  /** False in a workspace that isn't trusted: there networks are designed and checked only. */
  readonly trusted: boolean;
}

type RequestName = 'predict' | 'evaluate' | 'augmented' | 'generate';
/** A request without its id, which the store gives it. */
export type Request = { [N in RequestName]: Omit<Extract<FromView, { type: N }>, 'id'> }[RequestName];

/** What belongs to the view alone, and a view may change at any time. */
export type ViewChange = Partial<
  Pick<
    ViewState,
    | 'preview'
    | 'selection'
    | 'edge'
    | 'panel'
    | 'panelSize'
    | 'panelHeight'
    | 'paletteOpen'
    | 'paletteEdge'
    | 'menu'
    | 'popover'
    | 'connecting'
    | 'typing'
    | 'finding'
    | 'freeDrag'
    | 'flow'
    | 'opened'
    | 'viewport'
    | 'chart'
    | 'announcement'
  >
>;

/** What a view may do: say something to the host, or change the state of the view itself. */
export interface Actions {
  /** The present state, which may be newer than the one drawn last: what a gesture works on. */
  readonly state: ViewState;
  /**
   * Sends a message. Before one that is about the network as it is on the screen, what is typed is written; where that
   * can't be read its field says so, nothing is sent, and false is given.
   */
  send(message: FromView): boolean;
  /** Writes what is typed in fields and not yet in the text. Gives the sentence of what can't be read, and goes there. */
  settle(): string | undefined;
  /** Asks for an answer, as `send`; of several asked for, only that to the last is shown. */
  ask(request: Request): boolean;
  /** Sends edits as one undo step and clears the preview. */
  edit(...edits: NetworkEdit[]): void;
  /** Changes the view's own state, and draws. */
  set(change: ViewChange): void;
  /** Draws now what has changed, not with the next frame: after a key, since the next one may come before that. */
  draw(): void;
}

/** Draws `state` into `root`. Called after each change, at most once a frame: must be cheap and safe to call twice. */
export type View = (root: HTMLElement, state: ViewState, actions: Actions) => void;
