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
    panelSize: saved?.panelSize ?? firstPanelSize(),
    paletteOpen: false,
    paletteEdge: undefined,
    menu: undefined,
    popover: undefined,
    connecting: undefined,
    typing: undefined,
    freeDrag: saved?.freeDrag ?? false,
    orientation: saved?.orientation ?? 'horizontal',
    viewport: saved?.viewport,
    run: undefined,
    points: [],
    progress: undefined,
    prediction: undefined,
    evaluation: undefined,
    chart: saved?.chart ?? { log: false, smoothing: 0 },
    announcement: '',
  };
}

/** Below the canvas, in a narrow window, the panel leaves it the greater part of the height. */
function firstPanelSize(): number {
  const { innerWidth = 1400, innerHeight = 900 } = globalThis;
  return innerWidth <= 860 ? Math.min(340, Math.max(240, Math.round(innerHeight * 0.45))) : 340;
}
