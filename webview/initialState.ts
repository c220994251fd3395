import type { SavedState } from './savedState';
import type { ViewState } from './state';

/** The state before the host has said anything. */
export function initialState(saved?: SavedState): ViewState {
  return {
    document: undefined,
    data: undefined,
    snapshot: { network: undefined, shapes: undefined, problems: [] },
    good: undefined,
    broken: false,
    preview: [],
    pending: [],
    selection: saved?.selection ?? [],
    edge: saved?.edge,
    panel: saved ? saved.panel : 'inspector',
    panelSize: saved?.panelSize ?? 340,
    panelHeight: saved?.panelHeight ?? firstHeight(),
    paletteOpen: false,
    paletteEdge: undefined,
    menu: undefined,
    popover: undefined,
    connecting: undefined,
    typing: undefined,
    finding: undefined,
    freeDrag: saved?.freeDrag ?? false,
    opened: saved?.opened ?? [],
    flow: saved?.flow ?? 'auto',
    viewport: saved?.viewport,
    run: undefined,
    points: [],
    progress: undefined,
    prediction: undefined,
    evaluation: undefined,
    generated: undefined,
    chart: saved?.chart ?? { log: false, smoothing: 0 },
    announcement: '',
    augmented: undefined,
    asked: { predict: 0, evaluate: 0, augmented: 0, generate: 0 },
    trusted: true,
  };
}

/** It leaves the canvas the greater part. */
function firstHeight(): number {
  const { innerHeight = 900 } = globalThis;
  return Math.min(340, Math.max(200, Math.round(innerHeight * 0.4)));
}
