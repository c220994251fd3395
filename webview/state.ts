import type { Snapshot } from '../src/core/analyze';
import type { DataReport } from '../src/core/network/dataReport';
import type { NetworkEdit } from '../src/core/network/edit';
import type { Network, ShapeReport } from '../src/core/network/network';
import type { FromView, RunView } from '../src/protocol/view';
import type { EvaluationReport, MetricPoint, Prediction } from '../src/runs/run';

export type PanelName = 'inspector' | 'training' | 'predict' | 'shapes';

/** All that the views draw from. Nothing a view shows is kept anywhere else. */
export interface ViewState {
  readonly document: { readonly text: string; readonly version: number; readonly name: string; readonly editable: boolean } | undefined;
  readonly data: DataReport | undefined;
  /** `analyze` of the text (or of the text with `preview` applied). */
  readonly snapshot: Snapshot;
  /** The last text that could be read: what the canvas shows, dimmed, while the text is broken. */
  readonly good: { readonly network: Network; readonly shapes: ShapeReport } | undefined;
  /** Edits of a gesture under way, not sent yet. */
  readonly preview: readonly NetworkEdit[];
  /** Ids of the selected layers, in the order they were selected. */
  readonly selection: readonly string[];
  /** Which panel is open beside the canvas; undefined where it is closed. */
  readonly panel: PanelName | undefined;
  readonly paletteOpen: boolean;
  readonly orientation: 'horizontal' | 'vertical';
  readonly run: RunView | undefined;
  readonly points: readonly MetricPoint[];
  readonly progress: { readonly stage: string; readonly share?: number } | undefined;
  readonly prediction: Prediction | undefined;
  readonly evaluation: EvaluationReport | undefined;
  /** How the chart is drawn. */
  readonly chart: { readonly log: boolean; readonly smoothing: number };
}

/** What a view may do: say something to the host, or change the state of the view itself. */
export interface Actions {
  send(message: FromView): void;
  /** Sends edits as one undo step and clears the preview. */
  edit(...edits: NetworkEdit[]): void;
  /** Changes the view's own state, and draws. */
  set(change: Partial<Pick<ViewState, 'preview' | 'selection' | 'panel' | 'paletteOpen' | 'chart'>>): void;
}

/** Draws `state` into `root`. Called after each change, at most once a frame: must be cheap and safe to call twice. */
export type View = (root: HTMLElement, state: ViewState, actions: Actions) => void;
