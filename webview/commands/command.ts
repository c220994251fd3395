import type { CanvasContext } from '../canvas/canvasContext';

/** What a context menu is about. */
export type MenuName = 'layers' | 'edge' | 'canvas';

/** Something a person can do on the canvas, by key, by menu and by button alike. One file each. */
export interface Command {
  readonly name: string;
  readonly title: string;
  /** A codicon's name. */
  readonly icon?: string;
  /** Such as `Mod+D`; Mod is Ctrl, and Cmd on a Mac. The first is shown. */
  readonly keys?: readonly string[];
  /** The menus it stands in. */
  readonly menus?: readonly MenuName[];
  /** Begins a new part of its menu. */
  readonly separated?: true;
  enabled(canvas: CanvasContext): boolean;
  run(canvas: CanvasContext): void;
}
