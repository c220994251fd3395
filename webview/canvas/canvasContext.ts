import type { Selection } from 'd3';
import type { Actions, Viewport, ViewState } from '../state';
import type { Point } from './layout/layoutNode';
import type { Scene } from './scene/scene';

/** What gestures work on. `state` and `scene` are always the present ones. */
export interface CanvasContext {
  readonly root: HTMLElement;
  readonly svg: Selection<SVGSVGElement, unknown, null, undefined>;
  readonly state: ViewState;
  readonly scene: Scene;
  /** The scene at a zoom: with other detail layers have other sizes and places. */
  sceneAt(zoom: number): Scene;
  readonly actions: Actions;
  /** A layer that is being dragged: where its anchor is now. */
  moved: { readonly id: string; readonly at: Point } | undefined;
  /** What was copied last in this view. */
  readonly clipboard: { text: string | undefined };
  /** Gives the selection the focus, once it is drawn, and brings it into view unless that isn't wanted. */
  focusSelection(reveal?: boolean): void;
  /** What is shown: as the person left it, else all of the network. */
  viewport(): Viewport;
  /** The size of the canvas in CSS pixels. */
  size(): { readonly width: number; readonly height: number };
  /** Where a point of the window is in the drawing. */
  toDrawing(clientX: number, clientY: number): { readonly x: number; readonly y: number };
}

/** HTML over the drawing. Draws into `root`; as a view, safe to call twice. */
export type Overlay = (root: HTMLElement, canvas: CanvasContext) => void;

/** Sets a gesture up, once. Gestures live as long as the page. */
export type Gesture = (canvas: CanvasContext) => void;
