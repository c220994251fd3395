import type { Point } from './layout/layoutNode';
import type { Scene, SceneLayer } from './scene/scene';

/** In milliseconds: long enough to follow, short enough not to wait for. */
const DURATION = 160;
/** Beyond this many layers nobody follows, and it would cost frames. */
const MOST_LAYERS = 60;

export interface Motion {
  /** The scene on its way to `scene`: layers that were elsewhere are moved there, frame by frame. */
  towards(scene: Scene): Scene;
}

/** Lets layers glide to a new place, so that the eye keeps hold of them. Not where the person wants no motion. */
export function createMotion(drawAgain: () => void): Motion {
  let target: Scene | undefined;
  let from = new Map<string, Point>();
  let shown = new Map<string, Point>();
  let start = 0;
  let waiting = false;

  return {
    towards(scene) {
      const now = performance.now();
      if (scene !== target) {
        // turned, everything is elsewhere: that is no motion to follow
        const still = !target || target.orientation !== scene.orientation || scene.layers.size > MOST_LAYERS;
        from = still || wantsNoMotion() ? new Map() : shown;
        start = now;
        target = scene;
      }
      const progress = Math.min(1, (now - start) / DURATION);
      const moving = progress < 1 && [...scene.layers].some(([id, { at }]) => differs(from.get(id), at));
      const result = moving ? between(from, scene, 1 - (1 - progress) ** 3) : scene;
      shown = new Map([...result.layers].map(([id, { at }]) => [id, at]));
      if (moving && !waiting) {
        waiting = true;
        requestAnimationFrame(() => {
          waiting = false;
          drawAgain();
        });
      }
      return result;
    },
  };
}

/** The scene with every layer at a share of its way. */
export function between(from: ReadonlyMap<string, Point>, scene: Scene, share: number): Scene {
  const layers = new Map<string, SceneLayer>();
  for (const [id, layer] of scene.layers) {
    const before = from.get(id) ?? layer.at;
    const at = {
      x: before.x + (layer.at.x - before.x) * share,
      y: before.y + (layer.at.y - before.y) * share,
    };
    layers.set(id, { ...layer, at });
  }
  const edges = scene.edges.map(edge => ({
    ...edge,
    from: layers.get(edge.from.card.id)!,
    to: layers.get(edge.to.card.id)!,
  }));
  return { ...scene, layers, edges };
}

function differs(a: Point | undefined, b: Point): boolean {
  return a !== undefined && (a.x !== b.x || a.y !== b.y);
}

function wantsNoMotion(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') ||
    matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
