import type { Viewport, ViewState } from '../state';
import { type Arranged, arrange } from './arrange';
import { type Detail, detailAt } from './detail';
import { type Scene, sceneOf } from './scene/scene';
import { withinReach } from './withinReach';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a canvas shows of a state. */
export interface Shown {
  readonly scene: Scene;
  readonly viewport: Viewport;
  sceneAt(zoom: number): Scene;
}

/**
 * Arranges what is shown anew with every change of the network and the window, until a person pans or zooms: from then on only
 * detail comes and goes with the zoom. Nothing is worked out twice.
 */
export function keptShown(size: () => Size): (state: ViewState) => Shown {
  let from: ViewState | undefined;
  let room: Size | undefined;
  let arranged: Arranged | undefined;
  let scenes = new Map<Detail, Scene>();

  return state => {
    const now = size();
    const moved = !from || layersMoved(from, state);
    const changed = moved || from?.selection !== state.selection || from?.edge !== state.edge;
    // a canvas in the background has no size: it stays as it is
    const resized = now.width > 0 && (room?.width !== now.width || room.height !== now.height);
    const free = state.viewport === undefined;
    if (!arranged || (free && (moved || resized || from?.viewport !== undefined))) {
      const before =
        arranged && !resized && from?.viewport === undefined ? arranged.arrangement.orientation : undefined;
      arranged = arrange(state, now, before);
      scenes = new Map([[arranged.arrangement.detail, arranged.scene]]);
    } else if (changed) scenes = new Map();
    from = state;
    if (now.width > 0) room = now;

    const { arrangement } = arranged;
    const sceneAt = (zoom: number) => {
      const detail = detailAt(zoom, arrangement.detail);
      let scene = scenes.get(detail);
      if (!scene) scenes.set(detail, (scene = sceneOf(state, { ...arrangement, detail })));
      return scene;
    };
    const { viewport } = state;
    if (!viewport) return { scene: sceneAt(arranged.viewport.k), viewport: arranged.viewport, sceneAt };
    const scene = sceneAt(viewport.k);
    return { scene, viewport: withinReach(viewport, scene.bounds, now), sceneAt };
  };
}

/** Whether anything may stand elsewhere now: what is selected moves nothing. */
function layersMoved(a: ViewState, b: ViewState): boolean {
  return (
    a.good !== b.good ||
    a.snapshot !== b.snapshot ||
    a.data !== b.data ||
    a.flow !== b.flow ||
    a.opened !== b.opened
  );
}
